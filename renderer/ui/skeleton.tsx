const widths = ['96%', '99%', '92%', '58%', '98%', '94%', '100%', '41%'] as const;

/** Grey lines in place of a text that is being fetched; they appear only after 150 ms. */
export function Skeleton({ label }: { readonly label: string }) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {widths.map((width) => (
        <span key={width} className="skeleton-line" style={{ width }} />
      ))}
    </div>
  );
}
