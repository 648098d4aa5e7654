/** A text that XML 1.0 can hold: control characters, non-characters and halves of surrogate pairs become U+FFFD. */
export function legalInXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones XML cannot hold
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '\ufffd');
}

/** A text as XML reads it back, in an element or in a quoted attribute. */
export function asXml(text: string): string {
  return legalInXml(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
