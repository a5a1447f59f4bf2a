// The switches of theme and language in the footer. What was chosen stays in this browser only.

/** @param {HTMLElement} fieldset radio buttons named theme: system, light, dark */
export function themeSwitch(fieldset) {
  const now = remembered();
  for (const radio of fieldset.querySelectorAll('input')) {
    radio.checked = radio.value === now;
    radio.addEventListener('change', () => choose(radio.value));
  }
}

function remembered() {
  try {
    const theme = localStorage.getItem('theme');
    return theme === 'light' || theme === 'dark' ? theme : 'system';
  } catch {
    return 'system';
  }
}

function choose(theme) {
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    return; // storage is forbidden: nothing can be remembered, so nothing changes
  }
  dispatchEvent(new Event('themechosen'));
}

/** The choice of the visitor stays in this browser; everything is written anew in the other language. */
export function languageSwitch(select) {
  const shown = document.documentElement.lang;
  for (const [one, name] of Object.entries(globalThis.pageLanguages ?? { en: 'English' })) {
    const option = new Option(name, one, one === shown, one === shown);
    option.lang = one;
    select.append(option);
  }
  select.addEventListener('change', () => {
    try {
      localStorage.setItem('language', select.value);
    } catch {
      return; // storage is forbidden: nothing can be remembered, so nothing changes
    }
    location.reload();
  });
}
