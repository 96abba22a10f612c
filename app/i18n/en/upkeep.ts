import type { upkeep as source } from '../zh-hans/upkeep'

export const upkeep: Record<keyof typeof source, string> = {
  'admin.upkeep': 'Running',
  'admin.settings': 'Settings',
  'admin.settings.title': 'Settings',
  'admin.settings.lede':
    'Terms and numbers of review, notices and ratings. They hold from the next act on; changes are in the audit trail.',
  'admin.settings.of.moderation': 'Review',
  'admin.settings.of.notices': 'Notices',
  'admin.settings.of.evaluation': 'Rating of answers',
  'admin.settings.wrong': 'Please enter a whole number from {min} to {max}.',
  'admin.settings.undoSeconds': 'Time to undo (seconds)',
  'admin.settings.undoSeconds.hint':
    'For so long a decision can be undone; only then is it published and the author told. {min} to {max}; 0 takes effect at once.',
  'admin.settings.leaseSeconds': 'Time an open item is held (seconds)',
  'admin.settings.leaseSeconds.hint':
    'Without a sign of life it is free for others after this. {min} to {max}.',
  'admin.settings.reviewHours': 'Time to review (hours)',
  'admin.settings.reviewHours.hint':
    'Within so many hours of its arrival a text is reviewed; the queue is ordered by it. {min} to {max}.',
  'admin.settings.hideAtWeight': 'Weight of reports that hides',
  'admin.settings.hideAtWeight.hint':
    'When open reports weigh so much together, the comment is hidden until a moderator has looked at it. A report weighs 1, less from whoever often reported falsely. {min} to {max}.',
  'admin.settings.secondLookPercent': 'Second looks (%)',
  'admin.settings.secondLookPercent.hint':
    'Of a hundred decisions so many are drawn and decided again blind by another. {min} to {max}; 0 draws none.',
  'admin.settings.burstSeconds': 'Time to gather (seconds)',
  'admin.settings.burstSeconds.hint':
    'A mail that is wanted at once waits so long, and what else is new joins it. {min} to {max}.',
  'admin.settings.mostADay': 'Messages a person gets in a day at most',
  'admin.settings.mostADay.hint':
    'So many mails a person gets in a day, and as many browser and text messages; the rest goes into the next morning’s digest, and of text messages stands in the product. {min} to {max}.',
  'admin.settings.days': 'Time to rate (days)',
  'admin.settings.days.hint':
    'For so many days after an answer those who raised the matter may rate it. {min} to {max}.',
  'admin.jobs': 'Failed jobs',
  'admin.jobs.lede':
    'Jobs and messages that failed every attempt. Once the cause is mended they can be tried again here.',
  'admin.jobs.none.title': 'Nothing has failed',
  'admin.jobs.none.text': 'All jobs and messages are done, or are being tried as planned.',
  'admin.jobs.retryAll': 'Try all again',
  'admin.jobs.retry': 'Try again',
  'admin.jobs.retry.of': 'Try again: {name}',
  'admin.jobs.retried': 'Back in the queue. Load this page again in a while to see the result.',
  'admin.jobs.caption.job': 'Jobs',
  'admin.jobs.caption.message': 'Messages that did not arrive',
  'admin.jobs.name': 'Job',
  'admin.jobs.at': 'Given up at',
  'admin.jobs.attempts': 'Attempts',
  'admin.jobs.error': 'Cause',
  'admin.jobs.act': 'Action',
  'admin.jobs.name.email': 'Mail',
  'admin.jobs.name.push': 'Browser message',
  'admin.jobs.name.fan-out-notice': 'Tell followers',
  'admin.jobs.name.send-text-message': 'Send a text message',
  'admin.jobs.name.recount-queue': 'Recount the queue',
  'admin.jobs.name.recount-rates': 'Recount the statistics',
  'admin.jobs.name.sweep': 'Remove what has run out',
  'admin.care.failed': '{n:job or message has|jobs or messages have} failed every attempt ({n}).',
  'admin.care.failed.do': 'Look and try again',
  'admin.outbox': 'Outbox',
  'admin.outbox.lede':
    'Mails and text messages of the demo stay on this machine; none is really sent. Newest first.',
  'admin.outbox.mails': 'Mails',
  'admin.outbox.mails.none':
    'No mail was sent yet. Once somebody has left an address and there is news, it shows here.',
  'admin.outbox.texts': 'Text messages',
  'admin.outbox.texts.none': 'No text message was sent yet.',
  'admin.outbox.to': 'To {to}',
  'admin.outbox.waits': 'waiting',

  'notice.push.title': 'Browser messages',
  'notice.push.lede':
    'See that there is news without opening the site, in the browser of this device.',
  'notice.push.on': 'On in {n:browser|browsers} ({n}).',
  'notice.push.unsupported': 'This browser cannot show messages, or scripts are off.',
  'notice.push.action': 'Turn on in this browser',
  'notice.push.off': 'Turn off everywhere',
  'notice.push.problem':
    'It is not on: the browser does not allow messages. Allow them in its settings for this site and try again.',
  'notice.settings.done.pushOn': 'This browser shows messages when there is news.',
  'notice.settings.done.pushOff': 'Browser messages are off everywhere.',
}
