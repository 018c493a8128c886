import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import { LinksGo } from "./components/link.tsx";
import { queryClient } from "./lib/query.ts";
import { go, prepare, Router } from "./router.tsx";

createRoot(document.getElementById("desk")!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <LinksGo go={go} prepare={prepare}><Router /></LinksGo>
    </QueryClientProvider>
  </StrictMode>,
);
