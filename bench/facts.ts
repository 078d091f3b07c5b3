import { measured } from './facts/measured'
import { plantedTexts } from './facts/planted'
import { print, printTable } from './print'

/** `npm run bench:facts -- 2000 200`: how many texts, and how many values are changed in a second telling. */
const [count = 2_000, changed = 200] = process.argv.slice(2).map(Number)

print(
  `${count} texts, ${changed} of them told twice with one value changed, as many told twice alike`,
)
printTable(
  ['kind', 'planted', 'found', 'right', 'precision', 'recall'],
  measured(plantedTexts(count, changed)).map(({ kind, planted, found, right }) => [
    ...[kind, String(planted), String(found), String(right)],
    ...[(right / found).toFixed(3), (right / planted).toFixed(3)],
  ]),
)
