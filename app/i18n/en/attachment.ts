import type { attachment as source } from '../zh-hans/attachment'

export const attachment: Record<keyof typeof source, string> = {
  'attachment.form.title': 'Add photographs or documents (optional)',
  'attachment.form.hint':
    'At most {n}, each of {megabytes} MB or less: photographs (JPEG, PNG, WebP), PDF, Word (docx) and Excel (xlsx). Where a photograph was taken is removed from it; documents are kept as they are, so please make sure that nothing in them is private. ',
  'attachment.form.reviewed': 'A comment with files is published after review.',
  'attachment.form.file': 'Photograph or document {n}',
  'attachment.form.alt': 'Description of image {n}',
  'attachment.form.altHint':
    'For those who cannot see it: what does it show? At most {max} characters; documents need none.',
  'attachment.form.drop': 'Leave this one out',
  'attachment.image.unsaid': 'Image {n} (its author has not described it)',
  'attachment.veil.distressing': 'May be distressing. Show the image',
  'attachment.veil.unseen': 'Show the image',
  'attachment.veil.hide': 'Hide the image',
  'attachment.scan.waiting': 'Waits for a safety check, and is shown after it',
  'attachment.scan.infected': 'Did not pass the safety check and was removed',
  'attachment.problem.tooLarge':
    'This file is larger than {megabytes} MB. Please make the photograph smaller, or split the document.',
  'attachment.problem.tooMany': 'At most {n} files can be attached. Please leave some out.',
  'attachment.problem.empty': 'This file is empty. Please choose another.',
  'attachment.problem.unknownType':
    'Files of this kind cannot be attached. Please use JPEG, PNG or WebP photographs, PDF, Word (docx) or Excel (xlsx).',
  'attachment.problem.heic':
    'The server cannot read HEIC photographs. Please use JPEG: choose “Most Compatible” in the settings of the camera, or attach a screenshot.',
  'attachment.problem.broken':
    'This file cannot be opened: it may be damaged or incomplete. Please choose another.',
  'attachment.problem.tooManyPixels':
    'This photograph has too many pixels. Please make it smaller.',
  'attachment.problem.macros':
    'This document holds macros or something else that can run. Please save it without them.',
  'attachment.problem.infected':
    'This file did not pass the safety check, as it may hold a virus. It was not saved. Please choose another.',
  'attachment.problem.altTooLong':
    'The description is too long. Please keep it within 200 characters.',
  'attachment.problem.chooseAgain':
    'Your words were kept. Browsers do not keep chosen files: please choose them again.',
}
