import escape from 'escape-html'
import { htmlLang, type Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { sharedTexts } from '@/i18n/shared'

/** Where a page of citizens' failed: Next would have it drawn by scripts, and what draws the others may be what failed. */
export function failedPage(language: Language): string {
  const { title, text, again } = sharedTexts[language].failed
  const { call } = portalTexts[language]
  return `<!DOCTYPE html>
<html lang="${htmlLang[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)}</title>
<style>
:root { color-scheme: light dark }
body { margin: 18vh auto; max-width: 36rem; padding: 0 1.25rem; font: 1.125rem/1.7 system-ui, sans-serif }
h1 { font-size: 1.6rem }
a { display: inline-block; margin-right: 1.5rem; padding: 0.6rem 0 }
</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
<p>${escape(text)}</p>
<p><a href="">${escape(again)}</a><a href="tel:12345">${escape(call)}</a></p>
</main>
</body>
</html>
`
}
