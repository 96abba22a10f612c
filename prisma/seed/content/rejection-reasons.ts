import type { RejectionReasonSeed } from './types'

/** Why a comment is not published. A stance is never among the reasons. */
export const rejectionReasons: readonly RejectionReasonSeed[] = [
  {
    code: 'personal-attack',
    breach: true,
    label: '人身攻击',
    text: '您的发言里有针对他人的攻击性言辞，暂时不能公开。您反映的事情我们看到了，批评意见完全可以保留，请把攻击性的词句改掉后重新提交。',
  },
  {
    code: 'personal-information',
    breach: false,
    label: '泄露个人信息',
    text: '您的发言里有电话、住址或姓名等个人信息，公开后可能给您本人或他人带来麻烦，暂时没有公开。请删去这些内容后重新提交，观点不受影响。',
  },
  {
    code: 'advertising',
    breach: true,
    label: '广告',
    text: '您的发言含有商业推广或引流内容，本平台不予公开。如果您是以经营者身份对议题有看法，欢迎去掉推广内容后另行发表。',
  },
  {
    code: 'off-topic',
    breach: false,
    label: '与议题无关',
    text: '您说的情况与本议题关系不大，放在这里不容易得到办理。建议您拨打12345热线反映，或在相关议题下发言，我们会继续留意。',
  },
  {
    code: 'duplicate',
    breach: false,
    label: '重复',
    text: '您已经发表过相同或十分相近的意见，先前那一条会正常处理，您的态度也已计入。如有新的情况，欢迎补充后再次提交。',
  },
  {
    code: 'unverified',
    breach: true,
    label: '谣言或未经核实',
    text: '您的发言里有一些说法目前没有可靠来源，公开后容易引起误解。请补充消息的出处，或改为您亲身经历、亲眼所见的情况后重新提交。',
  },
  {
    code: 'incitement',
    breach: true,
    label: '煽动',
    text: '您的发言里有鼓动他人采取过激行为的内容，不能公开。您的诉求可以通过协商、申诉和法律途径表达，请修改后重新提交。',
  },
  {
    code: 'illegal',
    breach: true,
    label: '违法',
    text: '您的发言含有法律法规禁止发布的内容，不能公开。如您认为判断有误，可以在回执页面提出申诉，由另一位审核人员复核。',
  },
  {
    code: 'other',
    breach: false,
    label: '其他',
    text: '您的发言暂时不能公开，具体原因见审核人员的附言。您可以按附言修改后重新提交，也可以提出申诉。',
  },
]
