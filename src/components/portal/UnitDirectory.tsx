import { browsingTexts } from '@/i18n/browsing'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import type { TreeUnit } from '@/reading/readTree'
import { isOfGroup } from '@/reading/unitGroups'

type Props = { units: readonly TreeUnit[]; language: Language }

/** All units of the tree in its order, with how much each has to read. */
export function UnitDirectory({ units, language }: Props) {
  const texts = portalTexts[language]
  if (units.length === 0) return <p className="quiet">{browsingTexts[language].noUnits}</p>
  const regions = units.filter((unit) => isOfGroup(unit, 'regions'))
  return (
    <div className="directory">
      {(['departments', 'zones'] as const).map((group) => (
        <UnitGroup
          key={group}
          title={texts[group]}
          units={units.filter((unit) => isOfGroup(unit, group))}
          language={language}
        />
      ))}
      {regions.length > 0 && (
        <section>
          <h3>{texts.regions}</h3>
          {regions.map((region) => (
            <details key={region.id} className="region">
              <summary>
                <span lang="zh-CN">{region.name}</span>
                <span className="count">{texts.entries(region.count)}</span>
              </summary>
              <UnitLinks
                title={texts.bodies}
                units={ofKind(region, 'department')}
                language={language}
              />
              <UnitLinks
                title={texts.townships}
                units={ofKind(region, 'township')}
                language={language}
              />
            </details>
          ))}
        </section>
      )}
    </div>
  )
}

const ofKind = (region: TreeUnit, kind: TreeUnit['kind']) =>
  region.units.filter((unit) => unit.kind === kind)

type GroupProps = Props & { title: string }

function UnitGroup({ title, units, language }: GroupProps) {
  if (units.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <UnitList units={units} language={language} />
    </section>
  )
}

function UnitLinks({ title, units, language }: GroupProps) {
  if (units.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <UnitList units={units} language={language} />
    </>
  )
}

/** Units as links; those with nothing to read yet still have a page with their contact. */
export function UnitList({ units, language }: Props) {
  const texts = portalTexts[language]
  return (
    <ul className="units" lang="zh-CN">
      {units.map((unit) => (
        <li key={unit.id}>
          <a href={`/units/${unit.id}`}>
            <span>{unit.name}</span>
            {unit.count > 0 && <span className="count">{texts.entries(unit.count)}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}
