// Runs before the first paint, therefore not a module: light or dark and the language are settled before anything shows.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const languages = {
    en: 'English',
    'zh-CN': '简体中文',
    de: 'Deutsch',
    es: 'Español',
    fr: 'Français',
    ja: '日本語',
    pt: 'Português',
  };
  const remembered = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null; // storage may be forbidden; the system's choice holds then
    }
  };

  const asked = new URLSearchParams(location.search); // a frame is told by the page around it

  const applyTheme = () => {
    const theme = asked.get('theme') ?? remembered('theme');
    const wanted = theme === 'light' || theme === 'dark' ? theme : dark.matches ? 'dark' : 'light';
    root.dataset.theme = wanted;
  };
  dark.addEventListener('change', applyTheme);
  addEventListener('storage', applyTheme);
  addEventListener('themechosen', applyTheme);
  applyTheme();

  /** The visitor's first language that there is a file for; a dialect takes what its language has. */
  const tag = [asked.get('lang') ?? '', remembered('language') ?? '', ...(navigator.languages ?? [])]
    .flatMap((wanted) => Object.keys(languages).filter((one) => one === wanted || sameTongue(one, wanted)))[0] ?? 'en';
  function sameTongue(one, other) {
    return one.split('-')[0] === String(other).toLowerCase().split('-')[0];
  }
  root.lang = tag;
  globalThis.pageLanguages = languages;

  const preload = document.createElement('link');
  Object.assign(preload, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous' });
  preload.href = new URL(`../languages/${tag}.json`, document.currentScript.src).href;
  document.head.append(preload);
})();
