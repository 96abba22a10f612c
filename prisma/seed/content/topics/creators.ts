import type { TopicSeed } from '../types'

export const creators: TopicSeed = {
  key: 'creators',
  code: 'XS-{year}-012',
  title: '写作、直播、做设计：新业态青年的权益谁来守？',
  lead: '合同看不懂、稿费拖着不给、作品被盗没处说，4800名网络创作者的难处怎么帮？',
  background: `望川区数字文化产业园聚集网络作家、主播、插画师等自由职业者约4800人。委员工作室举办线上讲堂6期，累计观看超过30万人次，后台收到咨询1270条，其中合同条款不清、稿酬结算拖欠、作品被侵权三类问题占七成。

多数受访者不知道去哪里投诉，也担心维权影响后续合作。产业园党群服务中心希望把法律咨询“送上门”。

您可以只说事、不说平台和对方的名字。具体纠纷请走法律咨询渠道，这里商量的是规矩怎么立、帮手怎么找。`,
  category: 'rights',
  studio: 'studio-qinglian-net',
  district: 'kaifaqu',
  tags: ['网络创作者', '版权保护', '法律服务', '新的社会阶层'],
  stage: 'handling',
  openedBy: 'm-gongqing',
  opens: { daysAgo: 84, time: '10:30' },
  closes: { daysAgo: 54, time: '18:00' },
  moves: [
    {
      to: 'deliberating',
      daysAgo: 70,
      time: '10:00',
    },
    {
      to: 'concluding',
      daysAgo: 51,
      time: '09:30',
    },
    {
      to: 'handling',
      daysAgo: 40,
      time: '14:40',
    },
  ],
  assignments: [
    {
      key: 'a1',
      request: '研究示范合同文本、电子存证服务，会同有关单位答复。',
      assignedBy: 'p-assigner',
      assigned: { daysAgo: 36, time: '10:00' },
      due: { daysAgo: -34, time: '18:00' },
      departments: [
        {
          department: 'yl-banquan',
          part: 'lead',
          acknowledged: { daysAgo: 33, time: '10:40' },
        },
        {
          department: 'yl-sifa',
          part: 'joint',
          acknowledged: { daysAgo: 33, time: '14:20' },
        },
      ],
    },
    {
      key: 'a2',
      comment: 'c04',
      request: '就稿酬、分成拖欠是否纳入欠薪线索处理单独答复。',
      assignedBy: 'p-assigner',
      assigned: { daysAgo: 36, time: '10:05' },
      due: { daysAgo: -9, time: '18:00' },
      departments: [
        {
          department: 'yl-renshe',
          part: 'lead',
          acknowledged: { daysAgo: 33, time: '16:10' },
        },
      ],
    },
  ],
  comments: [
    {
      key: 'c01',
      author: 'wangwen',
      voice: 'resident',
      stance: 'support',
      kind: 'opinion',
      daysAgo: 84,
      time: '14:12',
      text: '合同二十多页，看不懂也不敢不签。要是有个示范文本能对照着看，心里就踏实多了。',
      replies: [
        {
          key: 'c01r1',
          author: 'xieshi',
          voice: 'resident',
          daysAgo: 84,
          time: '23:40',
          text: '同是二十多页。我把“全球范围内永久、独家、可转授权”标红给编辑看，对方说“都是这么签的”。',
        },
      ],
    },
    {
      key: 'c02',
      author: 'chahua',
      voice: 'resident',
      stance: 'support',
      kind: 'help',
      daysAgo: 83,
      time: '16:45',
      text: '图被盗了，取证要花两千，赔偿只有五百。能不能有个免费存证的地方？',
      replies: [
        {
          key: 'c02r1',
          author: 'e-zhichan',
          voice: 'expert',
          daysAgo: 68,
          time: '11:05',
          text: '在免费存证服务开通之前，建议您先保留分层源文件、创作过程录屏和首次发布页面，这些都是有效的权属证据，不必急着花钱。',
        },
        {
          key: 'c02r2',
          author: 'chahua',
          voice: 'resident',
          daysAgo: 68,
          time: '15:30',
          replyTo: 'c02r1',
          text: '源文件都在，第一次知道录屏也算，谢谢老师。',
        },
      ],
    },
    {
      key: 'c03',
      author: 'pingtai',
      voice: 'resident',
      stance: 'neutral',
      kind: 'opinion',
      daysAgo: 82,
      time: '10:18',
      text: '我们也希望有规则。但标准太死，小平台负担不起，建议先出指引，再慢慢规范。',
      replies: [
        {
          key: 'c03r1',
          author: 'wangwen',
          voice: 'resident',
          stance: 'conditional',
          daysAgo: 82,
          time: '22:07',
          text: '指引也行，起码写清楚几号结账。我最长的一笔稿费等了十一个月。',
        },
      ],
    },
    {
      key: 'c04',
      author: 'zhubo',
      voice: 'resident',
      stance: 'support',
      kind: 'help',
      daysAgo: 80,
      time: '02:33',
      text: '每天播八小时，公会抽成七成，想走要赔三十万违约金。签的时候我十九岁，合同是在手机上划到底点的“同意”，现在想翻出来看都看不到全文。排班表是他们定的，迟到扣钱，请假要批，感冒发烧也得开着滤镜坐够时长；可一说到社保，就讲我们是“合作”。问过劳动监察，说没有劳动合同，不好认定劳动关系；问过律师，先交三千块咨询费。我不是不想守约，只想弄清楚这份约到底合不合理。那我该找谁？',
      replies: [
        {
          key: 'c04r1',
          author: 'm-gongqing',
          voice: 'member',
          daysAgo: 79,
          time: '10:40',
          text: '看到您凌晨两点多的留言了。请把合同带到产业园党群服务中心，周三下午有律师值班，不收费，不留公司名字也可以。保重身体。',
        },
      ],
    },
    {
      key: 'c05',
      author: 'peiyin',
      voice: 'resident',
      stance: 'support',
      kind: 'inquiry',
      daysAgo: 77,
      time: '19:26',
      text: '我给有声书配过音，前阵子听到一个一模一样的“我”在念广告，可那不是我录的。声音被拿去训练，这算侵权吗？',
      replies: [
        {
          key: 'c05r1',
          author: 'e-zhichan',
          voice: 'expert',
          daysAgo: 68,
          time: '11:22',
          text: '自然人的声音受法律保护，未经许可用于合成并作商业使用，可以主张权利。您先把那段广告录下来，记好网址和时间。',
        },
      ],
    },
    {
      key: 'c06',
      author: 'xieshi',
      voice: 'resident',
      stance: 'conditional',
      kind: 'opinion',
      daysAgo: 75,
      time: '22:55',
      text: '示范合同要有人用才行。建议哪家平台用了，就在园区租金上给一点优惠，用脚投票自然就推开了。',
    },
    {
      key: 'c07',
      author: 'tongqin',
      voice: 'resident',
      stance: 'neutral',
      kind: 'opinion',
      daysAgo: 72,
      time: '23:20',
      text: '外行说一句：你们好歹能在家干活。不过社保断了怎么办？我表妹写了五年小说，生孩子的时候才发现啥都没有。',
      replies: [
        {
          key: 'c07r1',
          author: 'zhubo',
          voice: 'resident',
          daysAgo: 71,
          time: '13:15',
          text: '戳到痛处了。灵活就业能自己交，可一个月一千多，淡季真的交不出。',
        },
      ],
    },
    {
      key: 'c08',
      author: 'e-zhichan',
      voice: 'expert',
      stance: 'support',
      kind: 'suggestion',
      daysAgo: 68,
      time: '10:35',
      text: '建议由主管部门牵头、行业组织参与，制定网络文学等领域的示范合同文本，对版权归属、收益分成、解约条件作出提示性规定；依托公证机构建立低成本的电子存证服务，并与调解、仲裁机制衔接。',
    },
    {
      key: 'c09',
      author: 'm-gongqing',
      voice: 'member',
      stance: 'support',
      kind: 'suggestion',
      daysAgo: 66,
      time: '15:20',
      text: '年轻创作者是城市文化的新生力量。建议建立“法律服务驿站+线上咨询+快速调解”的三级服务体系，每月在园区开展一次公益法律咨询，并将典型案例制作成普法短视频。我拟就此提出提案。',
    },
    {
      key: 'c10',
      author: 'chahua',
      voice: 'resident',
      stance: 'support',
      kind: 'suggestion',
      daysAgo: 63,
      time: '17:08',
      text: '甲方反复改稿不加钱的，示范合同里请写个“三次以上另计”。我最多的一张改了二十六版，最后用回第一版。',
    },
    {
      key: 'c11',
      author: 'mobanche',
      voice: 'resident',
      stance: 'oppose',
      kind: 'opinion',
      daysAgo: 60,
      time: '00:36',
      text: '政府别管太细。我兼职做视频，觉得现在这样灵活挺好，规矩一多，小活儿先没了，最后只剩大公司。',
      replies: [
        {
          key: 'c11r1',
          author: 'peiyin',
          voice: 'resident',
          daysAgo: 59,
          time: '20:14',
          text: '不是要管死，是出了事有个地方说理。您没遇上，是您运气好。',
        },
      ],
    },
    {
      key: 'c12',
      author: 'caomei',
      voice: 'resident',
      stance: 'support',
      kind: 'opinion',
      daysAgo: 57,
      time: '12:48',
      text: '线上讲堂第四期听了两遍，讲“买断”和“授权”的区别，通俗易懂。建议出个十分钟的短版。',
    },
  ],
  facts: [
    {
      type: 'meetingHeld',
      daysAgo: 58,
      time: '19:30',
      by: 'm-gongqing',
      text: '线上协商会，创作者、平台、律师共46人连线，观看回放1.2万人次。',
    },
    {
      type: 'proposalSubmitted',
      daysAgo: 43,
      time: '15:10',
      by: 'm-gongqing',
      text: '提交提案《关于加强新业态青年创作者权益保护的提案》。',
    },
    {
      type: 'proposalDocketed',
      daysAgo: 37,
      time: '10:20',
      by: 'p-assigner',
      text: '提案经审查立案，第0268号，由市版权局主办。',
    },
    {
      type: 'progressReported',
      daysAgo: 8,
      time: '16:00',
      by: 'm-gongqing',
      text: '产业园公共法律服务工作站开诊三次，接待咨询37人次，示范合同文本进入征求意见准备阶段。',
    },
  ],
  responses: [
    {
      key: 'r1',
      assignment: 'a1',
      department: 'yl-banquan',
      status: 'published',
      declaredResult: 'resolving',
      text: `您好！关于加强新业态青年权益保障的意见建议收悉。市版权局会同市司法局研究，初步答复如下：

一、正在起草网络文学、插画设计两类示范合同文本，对结算周期、修改次数、授权范围作出提示，拟于三个月内公开征求意见。示范文本供双方参考，不强制使用。

二、在产业园设立公共法律服务工作站，每周三提供免费咨询，可以匿名。

三、协调公证机构推出小额电子存证服务，首年对个人创作者免费。

四、稿酬、分成拖欠问题由市人力资源社会保障局另行答复。

本件已作为提案立案，将按期正式答复。`,
      draftedBy: 'o-banquan-d',
      drafted: { daysAgo: 20, time: '16:30' },
      signedBy: 'o-banquan-s',
      signed: { daysAgo: 16, time: '10:30' },
      published: { daysAgo: 13, time: '14:30' },
      answers: ['c01', 'c02', 'c03', 'c04', 'c10', 'c11'],
    },
    {
      key: 'r2',
      assignment: 'a2',
      department: 'yl-renshe',
      status: 'awaitingSignOff',
      declaredResult: 'reference',
      text: `您好！关于稿酬、分成拖欠是否纳入欠薪线索处理的建议收悉，现答复如下：

一、创作者与平台之间不具有劳动关系的，拖欠稿酬、分成属于民事争议，不适用欠薪处理程序；但经审查事实上存在劳动关系的，劳动监察机构将依法受理，不以合同名称为准。

二、我局将在产业园工作站派驻劳动关系协调员，帮助判断是否属于劳动关系。

三、灵活就业人员可以按规定自愿参加养老、医疗保险，缴费档次可以选择，经办窗口可提供测算。`,
      draftedBy: 'o-renshe-d',
      drafted: { daysAgo: 3, time: '15:45' },
      answers: ['c04', 'c07', 'c03r1'],
    },
  ],
  summary: {
    status: 'published',
    verdict: 'partialConsensus',
    introduction:
      '创作者要的是看得懂的合同、付得起的存证和找得到的帮手，平台担心标准过死。大家同意先立指引和示范文本，再逐步规范。',
    points: [
      {
        kind: 'consensus',
        text: '制定示范合同文本，写明授权范围、结算周期和修改次数，供双方对照使用。',
        citations: ['c01', 'c03r1', 'c08', 'c10'],
      },
      {
        kind: 'consensus',
        text: '建立低成本电子存证，法律咨询送进园区，可以匿名。',
        citations: ['c02', 'c04', 'c08', 'c09'],
      },
      {
        kind: 'suggestion',
        text: '关注声音合成等新型侵权，以及灵活就业人员的社会保险。',
        citations: ['c05', 'c07', 'c07r1'],
      },
      {
        kind: 'suggestion',
        text: '以租金优惠等方式鼓励平台采用示范文本，不强制。',
        citations: ['c03', 'c06'],
      },
      {
        kind: 'dissent',
        text: '有创作者担心规矩过多会减少零散活计，主张少作干预。',
        citations: ['c11'],
      },
    ],
    writtenBy: 'm-gongqing',
    at: { daysAgo: 44, time: '14:30' },
  },
  documents: [
    {
      type: 'proposal',
      title: '关于加强新业态青年创作者权益保护的提案',
      number: '第0268号',
      result: '已立案，办理中',
      text: '委员工作室按照“需求调研、确定主题、分工准备、专业支持、组织实施、成果转化”六步工作法开展活动，召开座谈会4场、线上讲堂6期，形成提案1件、社情民意信息2篇。目前提案已立案，由市版权局主办，示范合同文本进入征求意见准备阶段。',
      at: { daysAgo: 37, time: '10:20' },
    },
  ],
  ratings: [
    {
      author: 'chahua',
      daysAgo: 10,
      time: '20:30',
      resolution: 'satisfied',
      attitude: 'satisfied',
      speed: 'mostlySatisfied',
      reason: '小额存证用上了，免费，十分钟办好。',
    },
    {
      author: 'zhubo',
      daysAgo: 9,
      time: '23:10',
      resolution: 'dissatisfied',
      attitude: 'mostlySatisfied',
      speed: 'mostlySatisfied',
      cause: 'beyondDuty',
      reason: '违约金的事还是没有人给个准话。',
      unread: true,
      reopening: {
        reason: '我问的是三十万违约金合不合理、该找谁，答复里没有提到。',
      },
    },
  ],
}
