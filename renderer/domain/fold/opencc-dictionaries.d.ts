// opencc-js exports its dictionaries (`source replacement|...`) but ships no types for them.
declare module 'opencc-js/dict/TSCharacters' {
  const serialized: string;
  export = serialized;
}
declare module 'opencc-js/dict/STCharacters' {
  const serialized: string;
  export = serialized;
}
