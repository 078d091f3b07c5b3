/** What a digest may say of an entry: its number and where it is. Never a title, a reason or a name. */
export type Mentioned = { number: string; href: string }

export type Digest = { subject: string; text: string }

/** A longer list is for the page, not for a mail. */
const mostListed = 50

/** One mail for everything unread; the same entry stands in it once. */
export function composeDigest(mentioned: readonly Mentioned[], url: string): Digest {
  const entries = [...new Map(mentioned.map((one) => [one.href, one])).values()]
  const lines = entries.slice(0, mostListed).map(({ number, href }) => `${number}  ${url}${href}`)
  const more = entries.length - lines.length
  return {
    subject: `知库：您有 ${mentioned.length} 条未读消息（${mentioned.length} unread messages）`,
    text: [
      `您在知库有 ${mentioned.length} 条未读消息，涉及以下内容：`,
      `Unread messages for you in Zhiku: ${mentioned.length}, about these entries:`,
      '',
      ...lines,
      ...(more > 0 ? [`另有 ${more} 条。And ${more} more.`] : []),
      '',
      `全部消息 All messages: ${url}/admin/messages`,
      `修改邮件通知 Mail settings: ${url}/admin/account`,
      '',
    ].join('\n'),
  }
}
