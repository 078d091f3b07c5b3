import type { ServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { adminPages, pageGroups, type PageGroup } from '@/i18n/adminPages'
import { adminTexts } from '@/i18n/adminTexts'
import { NavGroupLinks, OpenMenu } from './NavParts'
import { pagesOf } from './pagesOf'

/** The side menu: the pages of this person's roles and no others. */
export function NavLinks({ user, i18n }: ServerProps) {
  const actor = actorOf(user)
  if (!actor) return null
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const pages = pagesOf(actor, language)
  const home = { key: 'home', href: '/admin', name: adminPages.home.name[language] }
  const groups = (Object.keys(pageGroups) as PageGroup[])
    .map((group) => ({
      name: pageGroups[group][language],
      links: pages.filter((page) => page.group === group),
    }))
    .filter(({ links }) => links.length > 0)
  return (
    <div className="zk-nav">
      <OpenMenu name={adminTexts[language].menu} />
      <NavGroupLinks links={[home]} />
      {groups.map(({ name, links }) => (
        <NavGroupLinks key={name} name={name} links={links} />
      ))}
    </div>
  )
}
