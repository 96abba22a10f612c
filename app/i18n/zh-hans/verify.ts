import type { ReceiptAction, ReceiptProblem } from '~/domain/audit/receipt-proof'
import type { StepProblem } from '~/domain/audit/check-receipt'

/** Checking a receipt: on its page, in the browser without a network, and on the command line. */
export const verify = {
  'verify.title': '核验回执',
  'verify.lede':
    '选一份下载的回执文件，看它写的每一步是不是都在本平台的日志里、有没有被改动。不用登录。',
  'verify.local': '核验就在您的浏览器里进行：不联网，不上传。',
  'verify.server':
    '您的浏览器没有运行脚本：按下“核验”，内容会发到本平台的服务器上核验，核验完不保存。不想发送的，可以用下面的命令在自己的电脑上核验。',
  'verify.file': '回执文件',
  'verify.file.hint': '文件名像 lianxin-receipt-….json，在回执页下载。',
  'verify.text': '文件内容',
  'verify.text.hint': '也可以用文字编辑软件打开回执文件，把里面的全部文字粘贴到这里。',
  'verify.key': '本平台的公钥（可以不填）',
  'verify.key.hint': '从“审核公开”页或您信得过的地方抄来。填了才能断定签名出自本平台。',
  'verify.key.wrong': '这不是公钥。公钥是 64 位十六进制数，也可以是 Base64 或 PEM。',
  'verify.submit': '核验',

  'verify.problem.empty': '请先选择回执文件，或粘贴它的内容。',
  'verify.problem.tooLarge': '内容太长，不会是一份回执。请重新下载后再试。',
  'verify.problem.notJson':
    '内容不完整，或者不是 JSON。可能没有下载完，或没有粘贴全；请重新下载后再试。',
  'verify.problem.notReceipt': '这份文件不是本平台的回执，或者缺了必有的部分。',
  'verify.problem.otherVersion': '这份回执是另一种版本的，本页核验不了。请用最新的核验页。',

  'verify.result.holds': '核验通过',
  'verify.result.fails': '核验没有通过',
  'verify.result.holds.text': '回执 {receipt} 的 {n} 步都在日志里，一字未改。',
  'verify.result.fails.text': '回执 {receipt} 有对不上的地方，见下面标出的各条。',
  'verify.steps': '逐步核验',
  'verify.checks': '树头核验',
  'verify.head': '树头：{at} 签名，其时日志共 {size} 条。',
  'verify.mark.holds': '相符',
  'verify.mark.fails': '不符',
  'verify.mark.open': '未对照',

  'verify.step.at': '{at}，日志第 {position} 条',
  'verify.step.unread': '读不出是哪一步，写明在日志第 {position} 条',
  'verify.step.holds': '在日志里，文字和位置都对得上。',
  'verify.step.form': '这一步的文字不合格式，不是日志里的写法。',
  'verify.step.subject': '这一步不是这份回执的。',
  'verify.step.changed': '这一步的文字被改过：算出的指纹与文件所写的不同。',
  'verify.step.place': '按文件所写的位置和证明，这一步不在这个树头的日志里。',

  'verify.check.signature.holds': '树头的签名，与文件里写的公钥相符。',
  'verify.check.signature.fails': '树头的签名，与文件里写的公钥不符：树头或签名被改过。',
  'verify.check.key.holds': '文件里的公钥，就是您给出的公钥。',
  'verify.check.key.fails': '文件里的公钥，不是您给出的公钥：这份回执不是用它签名的。',
  'verify.check.key.open':
    '没有给出公钥：签名是不是本平台的，还要把文件里的公钥与“审核公开”页上的对一对：{key}',
  'verify.check.growth.holds': '从文件里更早的树头到这个树头，日志只增加，没有改动。',
  'verify.check.growth.fails': '文件里更早的树头，与这个树头接不上。',
  'verify.check.growth.open': '文件里没有更早的树头可以对照。',
  'verify.check.kept.holds': '与另存的 {n} 个树头一致。',
  'verify.check.kept.fails': '与另存的树头不一致：同样长的日志有两种内容。',
  'verify.check.kept.open': '没有另存的树头可以对照。',

  'verify.action.comment.posted': '收到发言',
  'verify.action.comment.edited': '收到修改后的发言',
  'verify.action.comment.withdrawn': '本人撤回',
  'verify.action.comment.approved': '审核：通过',
  'verify.action.comment.rejected': '审核：不通过',
  'verify.action.comment.returned': '审核：退回修改',
  'verify.action.comment.forwarded': '审核：转办',
  'verify.action.comment.decisionRevised': '重新审核',
  'verify.action.appeal.filed': '收到申诉',
  'verify.action.appeal.upheld': '申诉：维持原来的决定',
  'verify.action.appeal.overturned': '申诉：改判',

  'verify.proves.title': '通过，说明什么',
  'verify.proves.recorded': '文件里写的每一步，在树头签名之前已经写进了日志。',
  'verify.proves.whole': '到树头为止，这些步骤没有被改过、挪动过，也没有被抽掉。',
  'verify.proves.signed': '给出公钥核验的，还说明树头是持有本平台密钥的一方签的。',
  'verify.not.title': '通过，不说明什么',
  'verify.not.right': '不说明审得对不对。对结果有不同意见的，请申诉。',
  'verify.not.words':
    '不证明发言的文字。日志里记的是谁（编号）、何时、做了什么；文字单独存放，本人注销时可以删除。',
  'verify.not.clock': '时间是平台自己的时钟记的。',
  'verify.not.all': '只证明文件里写出的步骤，不说明此外没有别的。',
  'verify.not.views':
    '平台若给不同的人看不同的日志，单凭一份回执看不出来；要拿存放在别处的树头对照。',
  'verify.offline.title': '断网核验',
  'verify.offline.page':
    '把本页另存到自己的电脑或手机（浏览器菜单里的“另存为”），断开网络打开，一样能用。',
  'verify.offline.command': '也可以在自己的电脑上用命令核验，同样不联网：',
  'verify.openness': '审核公开（公钥）',
  'verify.home': '回到首页',

  'verify.key.title': '平台公钥',
  'verify.key.about':
    '回执可以下载，连同“每一步都在日志里”的证明；谁都可以核验，不用登录，也不用联网。证明的签名用下面的公钥核对。请把它抄存在别处：',

  'verify.receipt.title': '办理经过与核验',
  'verify.receipt.about': '每一步都写进不能改动的日志。下载的文件带有证明，谁拿到都能核验。',
  'verify.receipt.download': '下载可核验的回执',
  'verify.receipt.waiting': '最近一步刚刚记下，正在写入日志。几秒后再来，就可以下载带证明的回执。',
  'verify.receipt.again': '再看一次',
  'verify.receipt.step': '日志第 {position} 条',
  'verify.receipt.unsealed': '正在写入日志',
} as const satisfies Record<string, string> &
  Record<`verify.action.${ReceiptAction}`, string> &
  Record<`verify.problem.${ReceiptProblem}`, string> &
  Record<`verify.step.${StepProblem}`, string>
