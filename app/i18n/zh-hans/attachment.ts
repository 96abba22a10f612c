/** Photographs and documents on comments and responses. */
export const attachment = {
  'attachment.form.title': '添加照片或文件（选填）',
  'attachment.form.hint':
    '最多 {n} 个，每个不超过 {megabytes} MB。可以是照片（JPEG、PNG、WebP）、PDF、Word（docx）和 Excel（xlsx）。照片里的拍摄地点等信息会自动去掉；文件原样保存，请先确认里面没有不想公开的内容。',
  'attachment.form.reviewed': '带有照片或文件的发言，审核通过后才公开。',
  'attachment.form.file': '第 {n} 个照片或文件',
  'attachment.form.alt': '第 {n} 个的图片说明',
  'attachment.form.altHint': '写给看不到图片的人：图上有什么。最多 {max} 字，文件不用写。',
  'attachment.form.drop': '去掉这一个',
  'attachment.image.unsaid': '图片 {n}（发言人没有写说明）',
  'attachment.veil.distressing': '可能令人不适，显示图片',
  'attachment.veil.unseen': '显示图片',
  'attachment.veil.hide': '收起图片',
  'attachment.scan.waiting': '正在等待安全检查，检查后显示',
  'attachment.scan.infected': '没有通过安全检查，已经移除',
  'attachment.problem.tooLarge': '这个文件超过 {megabytes} MB。照片可以先压缩，文件可以分成几个。',
  'attachment.problem.tooMany': '一次最多附 {n} 个照片或文件，请去掉几个。',
  'attachment.problem.empty': '这个文件是空的，请重新选择。',
  'attachment.problem.unknownType':
    '不能附这种文件。请用 JPEG、PNG、WebP 照片，或者 PDF、Word（docx）、Excel（xlsx）文件。',
  'attachment.problem.heic':
    '服务器读不了 HEIC 格式的照片，请用 JPEG：可以在手机相机设置里选“兼容性最佳”，或者截图后再附上。',
  'attachment.problem.broken': '这个文件打不开，可能没有传完或者已经损坏，请换一个。',
  'attachment.problem.tooManyPixels': '这张照片的像素太多，请缩小后再附上。',
  'attachment.problem.macros': '这个文件里有宏或者可以运行的内容，不能附上。请另存为不带宏的文件。',
  'attachment.problem.infected': '这个文件没有通过安全检查，可能带有病毒，没有保存。请换一个。',
  'attachment.problem.altTooLong': '图片说明太长，请精简到 200 字以内。',
  'attachment.problem.chooseAgain': '文字已经保留。浏览器不会保留选好的文件，请重新选择。',
} as const
