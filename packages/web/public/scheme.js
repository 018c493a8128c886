// Runs before the first paint, so that a chosen scheme never flashes the other one. A file of its own because the page's policy forbids inline scripts.
try {
  const chosen = localStorage.getItem("chaperone.scheme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch { /* storage may be closed; the system's scheme then holds */ }
