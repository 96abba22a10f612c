import type { privacy as source } from '../zh-hans/privacy'

export const privacy: Record<keyof typeof source, string> = {
  'privacy.title': 'Privacy statement',
  'privacy.version': 'Version {version}',
  'privacy.lede':
    'We collect only what is needed for you to speak and for departments to answer, and tell you here what it is for, how long it is kept, and how to take it with you or delete it. This statement follows the Personal Information Protection Law and the Cybersecurity Law.',
  'privacy.who.title': 'Who is responsible',
  'privacy.who.text':
    'This site is run by {sponsor}. With any question, complaint or request about your personal data, call {telephone}; we answer within 15 working days.',
  'privacy.what.title': 'What is collected, and what for',
  'privacy.what.phone':
    'Mobile number: to sign in, to receive codes, and to confirm who speaks, as the rules ask for a real identity behind a free name. It is never shown in public, nor to staff who review and answer.',
  'privacy.what.name':
    'Display name: stands beside what you say. You choose it; it need not be your real name.',
  'privacy.what.district':
    'Subdistrict or district: to list topics near you first. You may leave it out or change it.',
  'privacy.what.comments':
    'Your comments, stances and revisions: for review, publication, responses and outcomes.',
  'privacy.what.files':
    'Photographs and documents that you attach: reviewed and published with your comment. Where and when a photograph was taken, and with what, is removed before it is kept, and the original is not; documents are kept as they are, with the author that they name.',
  'privacy.what.mail':
    'Your e-mail address, once you have given and confirmed it: for news of what you follow. You can stop it or delete it at any time.',
  'privacy.what.push':
    'Messages by the browser: once you turn them on in a browser, the address at which it is told. You can turn them off at any time.',
  'privacy.what.password': 'Passwords and codes: kept only in a form that cannot be turned back.',
  'privacy.what.log':
    'Time and kind of device when you sign in or act, and a hash of the network address, which cannot be turned back: to protect accounts, to prevent abuse, and for the record that the law asks for.',
  'privacy.what.not':
    'We collect no identity card numbers, no locations and no address books. There is no advertising, no statistics by third parties, no profiling, and no automated decision: people review comments.',
  'privacy.public.title': 'What is public',
  'privacy.public.text':
    'A comment is public once it is approved, with your display name beside it; members, experts and departments also have verified marks. Please write no telephone or identity numbers or other personal data, your own or of others, into comments; when moderators find some, they ask you to change it.',
  'privacy.share.title': 'Who else gets it',
  'privacy.share.text':
    'It is not sold and serves no other purpose. The provider that delivers text messages gets your number and the text, and that of mails your address and the mail. Messages by the browser pass through the service of its maker, encrypted so that it cannot read them, in some cases abroad; nothing passes through it unless you turn them on. Where the law demands it, we hand over what it demands and no more, and keep a record. The data of this site is kept within China.',
  'privacy.time.title': 'How long it is kept',
  'privacy.time.account':
    'Account details: until you close the account; then they are deleted at once.',
  'privacy.time.codes':
    'Codes: deleted a day after they end. Text messages that were sent: deleted after 30 days.',
  'privacy.time.notices':
    'Notices: deleted after a year. What became of a topic can always be read on its page.',
  'privacy.time.log':
    'The audit trail: at least 6 months, as the law asks. It holds ids and hashes, no names and no numbers.',
  'privacy.time.comments':
    'Published comments: for as long as their topic. After you close the account they stand under “已注销用户” (closed account) and can no longer be traced to you.',
  'privacy.rights.title': 'Your rights',
  'privacy.rights.see':
    'To see and copy: download it at any time under “My data” in “Account and details”.',
  'privacy.rights.correct': 'To correct: change display name, number and district at any time.',
  'privacy.rights.withdraw':
    'To withdraw consent: under “Consent”. You can then no longer speak; what was done before stays lawful, and everything else goes on working.',
  'privacy.rights.delete':
    'To delete: close the account. It takes effect at once and needs no reason.',
  'privacy.rights.complain':
    'To complain: by the number above, or to the cyberspace administration.',
  'privacy.children.title': 'Children',
  'privacy.children.text':
    'Under the age of 14, a parent or guardian should read this statement and agree before an account is made; such data is protected as sensitive.',
  'privacy.cookies.title': 'What is kept in your browser',
  'privacy.cookies.text':
    'Without signing in, only a setting of language, light or type size that you changed. Signed in, a proof that it is you; drafts of what you are writing stay on your own device.',
  'privacy.change.title': 'Changes to this statement',
  'privacy.change.text':
    'When something of substance changes, the version changes with it: it is published here, and you are asked again. “Consent” shows which version you accepted.',
}
