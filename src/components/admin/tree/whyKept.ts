import { fill } from '@/i18n/adminTexts'
import { treeTexts } from '@/i18n/treeTexts'
import type { Language } from '@/i18n/language'
import type { ShownNode } from '@/workflow/tree/shownTree'
import { keptBy, mergeTargets } from './shape'

/** Why this node can't be deleted, as a sentence; empty where it can. */
export function whyKept(nodes: readonly ShownNode[], node: ShownNode, language: Language): string {
  const texts = treeTexts[language]
  if (node.isCentre) return texts.keptCentre
  const kept = keptBy(nodes, node)
  if (kept.length === 0) return ''
  const words = {
    children: texts.children,
    entries: texts.entriesHeld,
    people: texts.people,
    keys: texts.keysHeld,
  }
  const what = kept
    .map(({ what: which, count }) => fill(words[which], { n: count }))
    .join(language === 'zh' ? '、' : ', ')
  const sentence = mergeTargets(nodes, node).length > 0 ? texts.kept : texts.keptOnly
  return fill(sentence, { name: node.name, what })
}
