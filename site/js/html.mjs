// What people wrote comes as HTML that the server made safe: bare elements, and links to the web or to mail.
// It is looked at once more; whatever holds anything else is shown as text.

const SAFE = /^(?:[^<]|<(?:\/?(?:p|strong|em|code|pre|blockquote|ul|ol|li|h[456]|a)|br ?\/?|hr ?\/?|a href="(?:https?:\/\/|mailto:)[^"<>]*"(?: rel="[a-z ]*")?)>)*$/;

/** @returns {Node[]} of the HTML, or of the text where there is none that is safe */
export function safeNodes(html, text) {
  if (html === '' || !SAFE.test(html)) return [document.createTextNode(text)];
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].map((node) => document.importNode(node, true));
}
