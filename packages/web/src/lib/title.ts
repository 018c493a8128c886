import { useEffect } from "react";

/** "Calendar · Chaperone". Never a patient's words: titles end up in histories and on shared screens. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Chaperone`;
    return () => { document.title = "Chaperone"; };
  }, [title]);
}
