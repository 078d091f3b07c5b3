/** How often a person is mailed what they have not read. */
export const mailChoices = ['daily', 'soon', 'none'] as const
export type MailChoice = (typeof mailChoices)[number]

/** How often a person is mailed the updates of what they follow (关注). */
export const followChoices = ['daily', 'weekly', 'none'] as const
export type FollowChoice = (typeof followChoices)[number]

/** `written` to a folder, where no mail server is set; `dropped` where its person gets mail no longer. */
export const mailStates = ['waiting', 'sending', 'sent', 'written', 'dropped'] as const
export type MailState = (typeof mailStates)[number]
