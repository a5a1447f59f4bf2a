// For other people's pages: <script src="https://status.example.org/js/widget.js" async></script> shows the state here.
// data-theme="light" or "dark", data-lang="de" and data-width="320" choose; the frame cannot see the page that it stands in.
(() => {
  const here = document.currentScript;
  const { theme, lang, width, title } = here.dataset;
  const address = new URL('../widget.html', here.src);
  if (theme) address.searchParams.set('theme', theme);
  if (lang) address.searchParams.set('lang', lang);
  const frame = document.createElement('iframe');
  frame.src = address.href;
  frame.title = title || 'Status';
  frame.loading = 'lazy';
  frame.referrerPolicy = 'no-referrer';
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox');
  frame.width = width || '320';
  frame.height = '68';
  frame.style.border = '0';
  frame.style.maxWidth = '100%';
  here.after(frame);
})();
