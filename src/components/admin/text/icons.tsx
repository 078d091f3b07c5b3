const icon = (path: string) =>
  function Icon() {
    return (
      <svg className="zk-icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
      </svg>
    )
  }

export const PictureIcon = icon('M3 4h14v12H3zM3 14l4-4 3 3 3-4 4 4M7 7.5h.01')
export const TableIcon = icon('M3 4h14v12H3zM3 8h14M3 12h14M8 4v12M13 4v12')
export const PartIcon = icon('M3 4h14v5H3zM3 12h14M3 16h9')
