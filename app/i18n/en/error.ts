import type { error as source } from '../zh-hans/error'

export const error: Record<keyof typeof source, string> = {
  'error.notFound.title': 'There is no such page',
  'error.notFound.text':
    'The address may be incomplete, or what was here has moved. Please check the address, start again from the home page or the list of topics, or use the search.',
  'error.forbidden.title': 'You do not have the right to see or do this',
  'error.forbidden.text':
    'You are signed in, but your present role cannot take this step. Nothing was changed. If your work needs it, please ask an administrator for the right.',
  'error.signInRequired.title': 'Please sign in first',
  'error.signInRequired.text':
    'This step needs you to be signed in. Nothing was changed. After signing in you come back here and can go on.',
  'error.secondFactorRequired.title': 'Please complete the second step',
  'error.secondFactorRequired.text':
    'Staff accounts need a one-time code to go on. Nothing was changed. Without your phone at hand, you can use a recovery code.',
  'error.verificationRequired.title': 'Please confirm your telephone number first',
  'error.verificationRequired.text':
    'The rules ask for a confirmed telephone number before you speak or take a stance; your number is never shown. Please confirm it on your own page, then go back and submit again.',
  'error.sanctioned.title': 'Your account may not do this at present',
  'error.sanctioned.text':
    'A sanction on your account is in force. Reasons, term and the way to appeal are on your own page.',
  'error.conflict.title': 'This has just changed',
  'error.conflict.text':
    'Someone updated this before you submitted, so your submission was not saved; theirs stands. Please go back to keep what you wrote, reload the page to see the latest, and then decide.',
  'error.invalidCursor.title': 'This page of the list cannot be found',
  'error.invalidCursor.text':
    'The link to it is incomplete or was altered. The list itself is unchanged: please start from its first page.',
  'error.invalidInput.title': 'What was submitted is incomplete',
  'error.invalidInput.text':
    'Something was missing or could not be read, so nothing was saved. Please go back, check what you filled in, and submit again.',
  'error.textRefused.title': 'This text was not accepted',
  'error.textRefused.text':
    'It holds something that this site does not take in, so nothing was saved. Please go back, change the text and submit again; if you think this is wrong, contact the organiser.',
  'error.tooLarge.title': 'What was submitted is too large',
  'error.tooLarge.text':
    'It is larger than we can take in, so nothing was saved. Please go back, shorten the text or remove attachments, and submit again.',
  'error.tooManyRequests.title': 'Too many submissions in a short time',
  'error.tooManyRequests.text':
    'To keep the site usable for everyone, submissions in a short time are limited, and this one was not saved. Please go back to keep what you wrote, and submit it in a few minutes.',
  'error.crossSite.title': 'This submission did not come from our site',
  'error.crossSite.text':
    'To protect your account, submissions sent by other sites are not accepted. Nothing was changed. Please open the page on our site and submit again.',
  'error.stalePage.title': 'This page was open for too long',
  'error.stalePage.text':
    'Your sign-in changed after the page was opened, so this submission was not saved. Please go back to keep what you wrote, reload the page, and submit again.',
  'error.databaseAway.title': 'The data cannot be read at the moment',
  'error.databaseAway.text':
    'The system is recovering. This request changed nothing, and what was received before is safe. Please reload the page in a few minutes.',
  'error.unavailable.title': 'This service is not available at the moment',
  'error.unavailable.text':
    'Something this step needs did not answer, so it was not completed; what was saved before is safe. Please try again in a few minutes, or call the number at the foot of the page.',
  'error.internal.title': 'Something went wrong on our side',
  'error.internal.text':
    'The fault is ours and has been recorded. This step may not have been completed; what was saved before is safe. Please go back and try once more, or call the number at the foot of the page.',
  'error.goneWithdrawn.title': 'This has been withdrawn',
  'error.goneWithdrawn.text':
    'Its author or the office withdrew it. The words are no longer shown; its place and the replies remain. You can go back to the topic and read on.',
  'error.readOnly.title': 'No new comments are taken now',
  'error.readOnly.text':
    'This topic can only be read at present. What you submitted was not saved; published comments are unaffected. Please go back to keep what you wrote, and follow how the topic goes on.',
  'error.methodNotAllowed.title': 'This address cannot be opened this way',
  'error.methodNotAllowed.text':
    'It does not take this kind of request. Nothing was changed. Please use the buttons and links on the pages.',
}
