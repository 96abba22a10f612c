import type { mail as source } from '../zh-hans/mail'

export const mail: Record<keyof typeof source, string> = {
  'mail.subject': '[Lianxin] {subject}',
  'mail.subject.several': '{n} new notices',
  'mail.subject.digest': 'Your digest: {n:notice|notices} ({n})',
  'mail.greeting': 'Dear {name},',
  'mail.opening.news': 'There is news of what you care about:',
  'mail.opening.digest': 'This has happened to what you care about:',
  'mail.more': '{n} more can be read on the site',
  'mail.why': 'You get this mail because you left this address at Lianxin and asked for news.',
  'mail.settings': 'Change how you are told',
  'mail.unsubscribe': 'No more mails',
  'mail.confirm.subject': 'Please confirm your address',
  'mail.confirm.opening':
    'This address was entered at Lianxin to receive news. Please open this link within {hours} hours to confirm it:',
  'mail.confirm.action': 'Confirm this address',
  'mail.confirm.not': 'If it was not you, ignore this mail: there will be no other.',
  'mail.unsubscribe.title': 'No more mails',
  'mail.unsubscribe.lede':
    'Once you confirm, Lianxin sends you no more mail. Notices on the site go on; you can turn mail on again at any time.',
  'mail.unsubscribe.action': 'Confirm',
  'mail.unsubscribe.done': 'No more mail will be sent.',
  'mail.unsubscribe.after':
    'Notices on the site go on. You can turn mail on again in your settings at any time.',

  'notice.mail.title': 'Mail',
  'notice.mail.lede':
    'Leave an address, and notices reach you there, too. It is used for nothing else, never shown, and can be removed at any time.',
  'notice.mail.address': 'Notices go to: {address}',
  'notice.mail.pending':
    'A mail was sent to {address}. Please open the link in it within 24 hours.',
  'notice.mail.frequency': 'How often',
  'notice.mail.frequency.hint':
    'When a day brings too many mails, the rest comes in a digest the next morning.',
  'notice.mail.frequency.atOnce': 'When there is news',
  'notice.mail.frequency.daily': 'One digest a day, at 8 in the morning',
  'notice.mail.frequency.weekly': 'One digest a week, on Monday at 8 in the morning',
  'notice.mail.frequency.none': 'No mail',
  'notice.mail.frequency.missing': 'Please choose how often you want mail.',
  'notice.mail.save': 'Save',
  'notice.mail.new': 'Your mail address',
  'notice.mail.other': 'Another address',
  'notice.mail.hint': 'A mail with a link is sent there; the address is used once you open it.',
  'notice.mail.send': 'Send the mail',
  'notice.mail.remove': 'Remove the address',
  'notice.mail.address.missing': 'Please enter your mail address.',
  'notice.mail.address.wrong':
    'The address is not complete. Please check it, for example name@example.com.',
  'notice.mail.off': 'This site sends no mail yet. Notices stand on the site.',
  'notice.address.confirm.title': 'Confirm your address',
  'notice.address.confirm.lede': 'Once confirmed, notices reach you there.',
  'notice.address.confirm.action': 'Confirm this address',
  'notice.settings.done.confirmed': 'The address is confirmed: notices reach you there.',
  'notice.settings.done.frequency': 'Saved.',
  'notice.settings.done.requested': 'The mail is on its way. Please open the link in it.',
  'notice.settings.done.removed': 'The address is removed.',
}
