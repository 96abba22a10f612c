import type { PassageSeed } from './types'

/** What departments keep to write answers with. */
export const passages: readonly PassageSeed[] = [
  {
    department: 'wc-chengguan',
    kind: 'template',
    title: '一般答复',
    text: `您好！您反映的〔事项〕收悉，现答复如下：

一、〔做了什么，或者将做什么，由谁来做〕

二、〔什么时候完成；做不到的，说明原因〕

如有疑问，请在工作日拨打0000-0000111，与市容环境科联系。感谢您的监督。`,
  },
  {
    department: 'wc-chengguan',
    kind: 'template',
    title: '暂时做不到的答复',
    text: `您好！您提出的〔建议〕收悉。经现场踏勘，目前还不具备条件，原因是：

一、〔原因，用数字说明〕

二、〔条件具备时由谁重新研究，什么时候再次告知〕

您的建议已记入〔规划或台账〕，有进展会在本议题公布。咨询电话0000-0000111。`,
  },
  {
    department: 'wc-chengguan',
    kind: 'passage',
    title: '联系方式',
    text: '如有疑问，请在工作日拨打0000-0000111，与市容环境科联系；也可以到区便民服务中心城市管理窗口当面咨询。',
  },
  {
    department: 'wc-chengguan',
    kind: 'passage',
    title: '路灯报修流程',
    text: '路灯不亮、灯罩破损的，接到反映后24小时内到场，一般故障3个工作日内修复；需要开挖或者更换灯杆的，15个工作日内完成，现场张贴告知。',
  },
  {
    department: 'wc-yuanlin',
    kind: 'passage',
    title: '公示说明',
    text: '方案在现场和本平台公示10日，公示期间的意见逐条登记、逐条说明是否采纳。',
  },
]
