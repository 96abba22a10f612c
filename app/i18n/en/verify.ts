import type { verify as source } from '../zh-hans/verify'

export const verify: Record<keyof typeof source, string> = {
  'verify.title': 'Check a receipt',
  'verify.lede':
    'Choose a receipt that was downloaded, and see whether each of its steps is in this site’s log, unchanged. No account is needed.',
  'verify.local': 'It is checked in your browser: without a network, and nothing is uploaded.',
  'verify.server':
    'Your browser runs no script: pressing “Check” sends the content to this site’s server, which checks it and keeps nothing. If you do not want to send it, check it on your own computer with the command below.',
  'verify.file': 'Receipt file',
  'verify.file.hint': 'Named like lianxin-receipt-….json; the receipt’s page offers it.',
  'verify.text': 'Content of the file',
  'verify.text.hint': 'Or open the receipt file in a text editor, and paste everything in it here.',
  'verify.key': 'The site’s public key (optional)',
  'verify.key.hint':
    'From the page “How review is done”, or from a place that you trust. Only with it is it certain that this site has signed.',
  'verify.key.wrong':
    'This is no public key. A key is 64 hexadecimal digits, or the same in Base64 or PEM.',
  'verify.submit': 'Check',

  'verify.problem.empty': 'Choose a receipt file, or paste its content.',
  'verify.problem.tooLarge': 'This is too long for a receipt. Please download it again.',
  'verify.problem.notJson':
    'The content is cut off, or no JSON. It may not have been downloaded or pasted whole; please download it again.',
  'verify.problem.notReceipt':
    'This file is no receipt of this site, or something that every receipt has is missing.',
  'verify.problem.otherVersion':
    'This receipt is of another version, which this page cannot check. Please use the newest page.',

  'verify.result.holds': 'The receipt holds',
  'verify.result.fails': 'The receipt does not hold',
  'verify.result.holds.text':
    '{n} {n:step|steps} of the receipt {receipt} {n:is|are} in the log, unchanged.',
  'verify.result.fails.text':
    'Something in the receipt {receipt} does not fit: see the marks below.',
  'verify.steps': 'Step by step',
  'verify.checks': 'The head of the tree',
  'verify.head': 'Head: signed on {at}, when the log had {size} entries.',
  'verify.mark.holds': 'Fits',
  'verify.mark.fails': 'Does not fit',
  'verify.mark.open': 'Not compared',

  'verify.step.at': '{at}, entry {position} of the log',
  'verify.step.unread': 'A step that cannot be read, said to be entry {position} of the log',
  'verify.step.holds': 'In the log, its words and its place unchanged.',
  'verify.step.form': 'Its words are not in the form in which the log has them.',
  'verify.step.subject': 'It is no step of this receipt.',
  'verify.step.changed': 'Its words were changed: their fingerprint is not the one in the file.',
  'verify.step.place': 'By the place and the proof in the file, it is not in the log of this head.',

  'verify.check.signature.holds': 'The head’s signature fits the public key in the file.',
  'verify.check.signature.fails':
    'The head’s signature does not fit the public key in the file: the head or the signature was changed.',
  'verify.check.key.holds': 'The public key in the file is the one that you gave.',
  'verify.check.key.fails':
    'The public key in the file is not the one that you gave: the receipt was not signed with it.',
  'verify.check.key.open':
    'No public key was given: whether this site has signed, compare the key in the file with the one on the page “How review is done”: {key}',
  'verify.check.growth.holds':
    'From the earlier heads in the file to this one, the log only grew; nothing was changed.',
  'verify.check.growth.fails': 'The earlier heads in the file do not lead to this one.',
  'verify.check.growth.open': 'The file has no earlier head to compare with.',
  'verify.check.kept.holds': 'The same as {n} {n:head that was|heads that were} kept elsewhere.',
  'verify.check.kept.fails':
    'Not the same as the heads that were kept elsewhere: there are two logs of one length.',
  'verify.check.kept.open': 'No head that was kept elsewhere to compare with.',

  'verify.action.comment.posted': 'Comment received',
  'verify.action.comment.edited': 'Edited comment received',
  'verify.action.comment.withdrawn': 'Withdrawn by its author',
  'verify.action.comment.approved': 'Review: approved',
  'verify.action.comment.rejected': 'Review: not approved',
  'verify.action.comment.returned': 'Review: returned for edit',
  'verify.action.comment.forwarded': 'Review: forwarded',
  'verify.action.comment.decisionRevised': 'Reviewed again',
  'verify.action.appeal.filed': 'Appeal received',
  'verify.action.appeal.upheld': 'Appeal: the decision stands',
  'verify.action.appeal.overturned': 'Appeal: the decision was changed',

  'verify.proves.title': 'What it means that a receipt holds',
  'verify.proves.recorded':
    'Each step in the file had been written into the log before the head was signed.',
  'verify.proves.whole': 'Up to that head, none of these steps was changed, moved or taken out.',
  'verify.proves.signed':
    'Checked with a key: the head was signed by whoever holds this site’s key.',
  'verify.not.title': 'What it does not mean',
  'verify.not.right': 'That the review was right. Whoever disagrees may appeal.',
  'verify.not.words':
    'Anything about the words of the comment. The log has who (as a number), when, and what was done; the words lie apart, and may be erased when their author leaves.',
  'verify.not.clock': 'That the time is true: it is by the site’s own clock.',
  'verify.not.all': 'That there are no other steps: only those in the file are proven.',
  'verify.not.views':
    'That everybody is shown the same log. For that, compare with heads that were kept elsewhere.',
  'verify.offline.title': 'Checking without a network',
  'verify.offline.page':
    'Save this page to your own computer or telephone (“Save as” in the browser’s menu), disconnect, and open it: it works just the same.',
  'verify.offline.command': 'Or check with a command on your own computer, without a network, too:',
  'verify.openness': 'How review is done (public key)',
  'verify.home': 'Back to the front page',

  'verify.key.title': 'Public key',
  'verify.key.about':
    'Receipts can be downloaded with the proof that each step is in the log; anybody can check them, without an account and without a network. The proof’s signature is checked with the public key below. Please keep a copy of it elsewhere:',

  'verify.receipt.title': 'Step by step, to be checked',
  'verify.receipt.about':
    'Each step is written into a log that cannot be changed. The file that you download has the proof, for anybody to check.',
  'verify.receipt.download': 'Download the receipt with its proof',
  'verify.receipt.waiting':
    'The newest step has just been recorded, and is being written into the log. Come back in a few seconds for the receipt with its proof.',
  'verify.receipt.again': 'Look again',
  'verify.receipt.step': 'Entry {position} of the log',
  'verify.receipt.unsealed': 'Being written into the log',
}
