type Props<Key extends string> = {
  /** What each box is called in the form where it is not its key, and what stands beside it. */
  items: readonly { key: Key; name?: string; label: string }[]
  chosen: readonly Key[]
  onChange: (chosen: Key[]) => void
}

/** Points that are confirmed one by one. */
export function Checks<Key extends string>({ items, chosen, onChange }: Props<Key>) {
  return (
    <ul className="zk-confirmations">
      {items.map(({ key, name = key, label }) => (
        <li key={key}>
          <label className="zk-check">
            <input
              type="checkbox"
              name={name}
              checked={chosen.includes(key)}
              onChange={({ target }) =>
                onChange(
                  target.checked ? [...chosen, key] : chosen.filter((other) => other !== key),
                )
              }
            />
            <span>{label}</span>
          </label>
        </li>
      ))}
    </ul>
  )
}
