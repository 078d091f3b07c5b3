import { redirect } from 'next/navigation'
import { visitor } from '@/app/visitor'
import { rolesInAdmin } from '@/access/rules'
import { Desk } from '@/components/desk/Desk'
import { deskAddress, readAddress } from '@/components/desk/deskQuestion'
import { env } from '@/env'
import { findUnit } from '@/reading/findUnit'
import { listEntries } from '@/reading/listEntries'
import { readTree } from '@/reading/readTree'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function DeskPage({ searchParams }: Props) {
  const kept = readAddress(await searchParams)
  const { reader, person, language } = await visitor()
  if (!person) redirect(`/login?to=${encodeURIComponent(deskAddress(kept.question, kept.entry))}`)
  const [recent, units] = await Promise.all([listEntries(reader, {}), readTree(reader)])
  return (
    <Desk
      language={language}
      isDemo={env.isDemo}
      person={{
        name: person.name,
        unit: person.unit,
        unitName: findUnit(units, person.unit)?.name ?? '',
        takesNotes: person.roles.includes('agent'),
        hasAdmin: person.roles.some((role) => rolesInAdmin.includes(role)),
      }}
      kept={kept}
      recent={recent}
      units={units}
    />
  )
}
