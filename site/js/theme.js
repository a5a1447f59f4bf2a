// Runs before the first paint, therefore not a module: light or dark is settled before anything shows.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => {
    try {
      return localStorage.getItem('theme');
    } catch {
      return null; // storage may be forbidden; the system's choice holds then
    }
  };
  const apply = () => {
    const theme = chosen();
    const wanted = theme === 'light' || theme === 'dark' ? theme : dark.matches ? 'dark' : 'light';
    document.documentElement.dataset.theme = wanted;
  };
  dark.addEventListener('change', apply);
  addEventListener('storage', apply);
  addEventListener('themechosen', apply);
  apply();
})();
