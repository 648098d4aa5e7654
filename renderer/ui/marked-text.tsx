type Props = { readonly pieces: readonly { readonly text: string; readonly marked: boolean }[] };

/** Text with some of its words marked. */
export function MarkedText({ pieces }: Props) {
  let offset = 0;
  return pieces.map(({ text, marked }) => {
    const key = offset;
    offset += text.length + 1;
    return marked ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}
