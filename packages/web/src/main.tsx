import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import { LinksGo } from "./components/link.tsx";
import { queryClient } from "./lib/query.ts";
import { go, prepare, router } from "./router.tsx";

createRoot(document.getElementById("desk")!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <LinksGo go={go} prepare={prepare}><RouterProvider router={router} /></LinksGo>
    </QueryClientProvider>
  </StrictMode>,
);
