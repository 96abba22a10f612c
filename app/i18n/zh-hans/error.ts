import type { ErrorCode } from '~/domain/errors'

/** Each error: what happened, what was kept, what to do next. */
export const error = {
  'error.notFound.title': '没有找到这个页面',
  'error.notFound.text':
    '网址可能不完整，或者内容已经移走。请核对网址，或从首页、议题列表重新进入，也可以用搜索查找。',
  'error.forbidden.title': '您没有查看或办理此项的权限',
  'error.forbidden.text':
    '您已登录，但当前身份不能进行这一步，没有改动任何内容。如工作需要，请联系管理员开通权限。',
  'error.signInRequired.title': '请先登录',
  'error.signInRequired.text':
    '这一步需要登录后办理，没有改动任何内容。登录后将回到这里，您可以接着办理。',
  'error.secondFactorRequired.title': '请完成第二步验证',
  'error.secondFactorRequired.text':
    '工作人员账号需要输入动态验证码后才能继续，没有改动任何内容。手机不在身边时，可使用恢复码。',
  'error.verificationRequired.title': '请先验证手机号码',
  'error.verificationRequired.text':
    '按照规定，发言和表态需要先验证手机号码，您的号码不会公开显示。请到“我的”页面完成验证，再返回上一页提交。',
  'error.sanctioned.title': '您的账号目前不能这样做',
  'error.sanctioned.text': '账号受到处置。理由、期限和申诉的办法写在“我的”页面里。',
  'error.conflict.title': '内容刚刚有了变动',
  'error.conflict.text':
    '在您提交之前，已有人更新了这里的内容，因此您的这次提交没有保存，对方的更新不受影响。请返回上一页留存您填写的文字，刷新页面查看最新情况后再决定。',
  'error.invalidCursor.title': '找不到列表的这一页',
  'error.invalidCursor.text':
    '翻页链接不完整或已被改动。列表内容没有变化，请从列表的第一页重新浏览。',
  'error.invalidInput.title': '提交的内容不完整',
  'error.invalidInput.text':
    '有些内容缺失或无法识别，因此没有保存。请返回上一页，核对填写的内容后重新提交。',
  'error.textRefused.title': '这段文字没有被接收',
  'error.textRefused.text':
    '其中有本站不接收的内容，因此没有保存。请返回上一页，修改文字后重新提交；认为有误的，可以联系主办单位。',
  'error.tooLarge.title': '提交的内容太大',
  'error.tooLarge.text':
    '内容超出了可以接收的大小，因此没有保存。请返回上一页，缩短文字或减少附件后重新提交。',
  'error.tooManyRequests.title': '提交得太频繁了',
  'error.tooManyRequests.text':
    '为了让大家都能正常使用，短时间内的提交次数有限，这一次没有保存。请返回上一页留存您填写的文字，过几分钟再提交。',
  'error.crossSite.title': '这次提交不是从本站发出的',
  'error.crossSite.text':
    '为保护您的账号，来自其他网站的提交不予受理，没有改动任何内容。请在本站打开页面后重新提交。',
  'error.stalePage.title': '页面打开得太久了',
  'error.stalePage.text':
    '登录状态在页面打开之后有了变化，因此这次提交没有保存。请返回上一页留存您填写的文字，刷新页面后重新提交。',
  'error.databaseAway.title': '暂时无法读取数据',
  'error.databaseAway.text':
    '系统正在恢复，这次请求没有改动任何内容，此前已收到的内容不受影响。请过几分钟刷新页面再试。',
  'error.unavailable.title': '这项服务暂时不可用',
  'error.unavailable.text':
    '所需的服务暂时没有响应，因此这一步没有完成，此前已保存的内容不受影响。请过几分钟再试；如仍不可用，请拨打页面下方的联系电话。',
  'error.internal.title': '系统出了问题',
  'error.internal.text':
    '问题出在我们这边，并已记录下来。这一步可能没有完成，此前已保存的内容不受影响。请返回上一页再试一次；如仍有问题，请拨打页面下方的联系电话。',
  'error.goneWithdrawn.title': '这条内容已撤回',
  'error.goneWithdrawn.text':
    '发布者或管理方已撤回这条内容，文字不再显示，原来的位置和相关回复仍然保留。您可以返回议题继续浏览。',
  'error.readOnly.title': '现在不接收新的意见',
  'error.readOnly.text':
    '这个议题目前只供查看，您提交的内容没有保存，已发布的意见不受影响。请返回上一页留存您填写的文字，并关注议题的后续进展。',
  'error.methodNotAllowed.title': '不能这样打开此地址',
  'error.methodNotAllowed.text':
    '这个地址不接受这种请求方式，没有改动任何内容。请从页面上的按钮或链接进入。',
} as const satisfies Record<`error.${ErrorCode}.${'title' | 'text'}`, string>
