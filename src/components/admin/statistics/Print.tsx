'use client'

/** Prints the page as it stands. */
export const Print = ({ label }: { label: string }) => (
  <button type="button" className="zk-button" onClick={() => window.print()}>
    {label}
  </button>
)
