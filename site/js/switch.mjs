// The theme switch of the footer. What was chosen stays in this browser only.

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
