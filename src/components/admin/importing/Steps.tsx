import type { ImportPageTexts } from '@/i18n/importPage'

/** Where one stands on the way from the file to its result. */
export const Steps = ({ at, texts }: { at: number; texts: ImportPageTexts }) => (
  <ol className="zk-import__steps" aria-label={texts.stepsName}>
    {texts.steps.map((name, index) => (
      <li key={name} aria-current={index === at ? 'step' : undefined}>
        {name}
      </li>
    ))}
  </ol>
)
