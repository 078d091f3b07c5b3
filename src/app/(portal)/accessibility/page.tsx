import type { Metadata } from 'next'
import { canonical } from '@/app/(portal)/address'
import { pageLanguage } from '@/app/visitor'
import { viewTexts } from '@/i18n/accessibility'
import { accessibilityTexts } from '@/i18n/accessibilityPage'

export async function generateMetadata(): Promise<Metadata> {
  const language = await pageLanguage()
  const { lead } = accessibilityTexts[language]
  return { title: viewTexts[language].help, description: lead, ...canonical('/accessibility') }
}

/** 无障碍说明: what there is for whoever sees, hears or moves less well, and how it is used. */
export default async function AccessibilityPage() {
  const language = await pageLanguage()
  const texts = accessibilityTexts[language]
  return (
    <div className="wide accessibility">
      <h1>{viewTexts[language].help}</h1>
      <p>{texts.lead}</p>
      {texts.sections.map(({ heading, lines }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      ))}
      <section>
        <h2>{texts.keysHeading}</h2>
        <p>{texts.keysLead}</p>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.key}</th>
              <th scope="col">{texts.does}</th>
            </tr>
          </thead>
          <tbody>
            {texts.keys.map(([key, does]) => (
              <tr key={key}>
                <td>
                  <kbd>{key}</kbd>
                </td>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>
        {texts.contact}
        <a href="tel:12345">12345</a>
      </p>
    </div>
  )
}
