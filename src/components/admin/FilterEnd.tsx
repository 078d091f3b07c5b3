type Props = {
  texts: { filter: string; clear: string }
  isNarrowed: boolean
  /** Where the list stands with nothing narrowed. */
  whole: string
}

/** The end of a form that narrows a list: do it, and, where it is narrowed, show all again. */
export const FilterEnd = ({ texts, isNarrowed, whole }: Props) => (
  <>
    <button type="submit" className="zk-button">
      {texts.filter}
    </button>
    {isNarrowed && (
      <a className="zk-link" href={whole}>
        {texts.clear}
      </a>
    )}
  </>
)
