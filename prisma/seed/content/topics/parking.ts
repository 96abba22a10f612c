import type { TopicSeed } from '../types'

export const parking: TopicSeed = {
  key: 'parking',
  code: 'XS-{year}-002',
  title: '写字楼夜里空着、小区夜里满着：停车位能不能错时共享？',
  lead: '槐安夜里缺1900个车位，隔壁写字楼空着1200个，怎样共享才能让两边都放心？',
  background: `槐安街道辖区现有住宅小区23个，夜间停车缺口约1900个；与之相邻的6栋写字楼和2处机关单位夜间空置车位超过1200个。

街道去年在一处商场试点错时停车，签约率不足三成。业主单位担心安全和责任界定，居民则嫌手续烦、离场时间太早。今年以来，街道12345热线中停车类诉求占比达到21%，居高不下。

委员工作室请业主单位、居民、物业和交管部门一起谈三件事：哪些车位可以先开放，几点进、几点走，出了剐蹭和超时怎么办。`,
  category: 'transport',
  studio: 'studio-jingkai',
  district: 'huaian',
  tags: ['停车难', '错时共享', '资源统筹'],
  stage: 'handling',
  openedBy: 'm-jingji',
  opens: { daysAgo: 96, time: '10:00' },
  closes: { daysAgo: 69, time: '18:00' },
  moves: [
    {
      to: 'deliberating',
      daysAgo: 83,
      time: '09:30',
    },
    {
      to: 'concluding',
      daysAgo: 66,
      time: '09:20',
    },
    {
      to: 'handling',
      daysAgo: 55,
      time: '15:00',
    },
  ],
  assignments: [
    {
      key: 'a1',
      request: '牵头研究错时共享开放清单、收费和信用约束办法，统一答复。',
      assignedBy: 'p-assigner',
      assigned: { daysAgo: 52, time: '09:30' },
      due: { daysAgo: -28, time: '18:00' },
      departments: [
        {
          department: 'wc-jiaotong',
          part: 'lead',
          acknowledged: { daysAgo: 49, time: '09:50' },
        },
        {
          department: 'wc-guozi',
          part: 'joint',
          acknowledged: { daysAgo: 49, time: '11:15' },
        },
        {
          department: 'jd-huaian',
          part: 'joint',
          acknowledged: { daysAgo: 49, time: '08:55' },
        },
        {
          department: 'wc-jiaoguan',
          part: 'joint',
          acknowledged: { daysAgo: 49, time: '14:40' },
        },
      ],
      extension: {
        requested: { daysAgo: 24, time: '10:10' },
        approved: { daysAgo: 21, time: '15:45' },
        approvedBy: 'p-assigner',
        previousDue: { daysAgo: 14, time: '18:00' },
        reason: '涉及3家产权单位内部审议程序，需待其董事会议定后方能明确开放数量。',
      },
    },
    {
      key: 'a2',
      comment: 'c12',
      request:
        '就槐安北街增设夜间临时泊位，请交管部门就道路条件、城市管理部门就边角地平整分别答复。',
      assignedBy: 'p-assigner',
      assigned: { daysAgo: 52, time: '09:40' },
      due: { daysAgo: 8, time: '18:00' },
      departments: [
        {
          department: 'wc-jiaoguan',
          part: 'parallel',
          acknowledged: { daysAgo: 46, time: '11:30' },
        },
        {
          department: 'wc-chengguan',
          part: 'parallel',
          acknowledged: { daysAgo: 46, time: '16:20' },
        },
      ],
      reminded: { daysAgo: 5, time: '09:10' },
      supervised: { daysAgo: 3, time: '15:00', note: '请在本周内答复，并说明夜间泊位的施划安排。' },
    },
  ],
  comments: [
    {
      key: 'c01',
      author: 'yeban',
      voice: 'resident',
      stance: 'support',
      kind: 'suggestion',
      daysAgo: 96,
      time: '13:20',
      text: '我下夜班正好早上八点半到家，写字楼上班的车也进来了，按现在7点半离场的规定，我根本用不上。能不能按小区实际分几个时段？',
      replies: [
        {
          key: 'c01r1',
          author: 'gongjiao',
          voice: 'resident',
          stance: 'support',
          kind: 'suggestion',
          daysAgo: 95,
          time: '05:48',
          text: '同是倒班的，我凌晨两点交车，回来绕四十分钟。白天时段的空位其实也有，小区里早上就走空了，能不能反过来共享？',
        },
        {
          key: 'c01r2',
          author: 'yeban',
          voice: 'resident',
          daysAgo: 95,
          time: '14:02',
          replyTo: 'c01r1',
          text: '这个想法好，我们小区白天东侧一排全空着。',
        },
      ],
    },
    {
      key: 'c02',
      author: 'xiezilou',
      voice: 'resident',
      stance: 'oppose',
      kind: 'opinion',
      daysAgo: 95,
      time: '08:57',
      text: '共享可以，但不能共享着共享着我自己没地方停。之前有人到点不走，保安也没办法，最后还是我绕三圈去停路边。',
      replies: [
        {
          key: 'c02r1',
          author: 'chedeng',
          voice: 'resident',
          daysAgo: 95,
          time: '19:33',
          text: '到点不走的确实该罚。但多数人是按规矩来的，不能因为一两个就把门关了。',
        },
      ],
    },
    {
      key: 'c03',
      author: 'yeweihui',
      voice: 'resident',
      stance: 'conditional',
      kind: 'suggestion',
      daysAgo: 94,
      time: '20:41',
      text: '建议由街道统一签约、统一投保，居民只对着一个平台交费，出了剐蹭有地方找。要是让居民一家一家去谈，肯定谈不下来。',
    },
    {
      key: 'c04',
      author: 'dongmen',
      voice: 'resident',
      stance: 'neutral',
      kind: 'opinion',
      daysAgo: 92,
      time: '18:06',
      text: '我在东门修车二十年，看得最清楚：晚上八点前回来的有位，九点后的全趴路边。真正难的是九点到十一点回家的那拨人，先顾他们。',
    },
    {
      key: 'c05',
      author: 'chedeng',
      voice: 'resident',
      stance: 'support',
      kind: 'inquiry',
      daysAgo: 91,
      time: '22:15',
      text: '商场那次试点一个月三百六，只比小区地面贵六十，为什么签的人少？我去办过，要行驶证、居住证明、社区盖章，还得工作日去。能手机上办我当天就签。',
      replies: [
        {
          key: 'c05r1',
          author: 'm-jingji',
          voice: 'member',
          daysAgo: 90,
          time: '09:36',
          text: '谢谢您说得这么细。手续这一条我们核实了，确实要跑三趟。已经列进协商会的第一项。',
        },
      ],
    },
    {
      key: 'c06',
      author: 'huaihua',
      voice: 'resident',
      stance: 'oppose',
      kind: 'opinion',
      daysAgo: 89,
      time: '09:22',
      text: '我没车。每次一说停车就把绿地往里缩，去年西侧花坛已经改了十二个车位，那里原来有三棵老槐树，五月里一楼道都是香的，我这个名字就是这么来的。现在树没了，孩子们拍皮球的地方也没了，车照样停不下。可见光靠挤地方，永远不够。共享写字楼的我没意见，别再打小区绿地的主意。',
    },
    {
      key: 'c07',
      author: 'toubanche',
      voice: 'resident',
      stance: 'support',
      kind: 'opinion',
      daysAgo: 87,
      time: '06:50',
      text: '机关大院晚上黑着灯空着一百多个位，门口的路两边停满。机关先带头，写字楼才好意思不开。',
    },
    {
      key: 'c08',
      author: 'jiujie',
      voice: 'resident',
      stance: 'conditional',
      kind: 'suggestion',
      daysAgo: 85,
      time: '12:44',
      text: '出入口的道闸得认车牌，别发卡。上次发卡，丢一张罚五十，还得去物业补。',
    },
    {
      key: 'c09',
      author: 'e-jiaotong',
      voice: 'expert',
      stance: 'support',
      kind: 'suggestion',
      daysAgo: 82,
      time: '14:18',
      text: '错时共享的本质是用管理换空间。从各地经验看，单纯依靠道德约束很难持续，需要“信用约束+阶梯收费+保险兜底”三件套。建议先对写字楼做7天断面调查，测算真实的可释放泊位，再确定共享规模，宁可先少后多，避免一上来就透支信任。',
    },
    {
      key: 'c10',
      author: 'm-jingji',
      voice: 'member',
      stance: 'support',
      kind: 'suggestion',
      daysAgo: 81,
      time: '10:50',
      text: '机关和国企车位应当带头开放。建议明确三件事：开放时段“能早则早”，收费“能低则低”，超时有“能执行的约束”。同时把共享数据接入区级停车平台，让居民在手机上看得到、约得上。',
      replies: [
        {
          key: 'c10r1',
          author: 'xiezilou',
          voice: 'resident',
          stance: 'conditional',
          kind: 'inquiry',
          daysAgo: 80,
          time: '18:25',
          text: '“能执行的约束”具体是什么？光说不行，得写清楚超时半小时收多少、几次取消资格。',
        },
      ],
    },
    {
      key: 'c11',
      author: 'meizi',
      voice: 'resident',
      stance: 'neutral',
      kind: 'opinion',
      daysAgo: 78,
      time: '21:12',
      text: '写字楼地库晚上只留一个保安，灯关一半。女的一个人半夜去取车，心里发毛。开放的话，照明和监控请跟上。',
      replies: [
        {
          key: 'c11r1',
          author: 'yeban',
          voice: 'resident',
          daysAgo: 77,
          time: '10:14',
          text: '这条太重要了，我就是因为这个才宁可停路边。',
        },
      ],
    },
    {
      key: 'c12',
      author: 'liangzhan',
      voice: 'resident',
      stance: 'neutral',
      kind: 'suggestion',
      daysAgo: 75,
      time: '08:30',
      text: '槐安北街老粮站墙外有一溜边角地，长满了草堆着废砖，平整一下夜里能停三四十辆，不花什么钱。',
    },
    {
      key: 'c13',
      author: 'gaosan',
      voice: 'resident',
      stance: 'oppose',
      kind: 'opinion',
      daysAgo: 73,
      time: '23:02',
      text: '我们楼下就是写字楼地库出口，夜里再进进出出，孩子还睡不睡？请把晚上十一点以后的进出口改到南边那个。',
    },
    {
      key: 'c14',
      author: 'zuhu',
      voice: 'resident',
      stance: 'support',
      kind: 'inquiry',
      daysAgo: 70,
      time: '19:48',
      text: '租房的能不能登记？上次说要房产证，我们租了三年，车也是天天停在这儿的。',
    },
  ],
  facts: [
    {
      type: 'fieldVisit',
      daysAgo: 79,
      time: '20:00',
      by: 'm-jingji',
      text: '对6栋写字楼连续7天开展夜间车位调查，可稳定释放泊位约860个。',
    },
    {
      type: 'meetingHeld',
      daysAgo: 72,
      time: '14:00',
      by: 'm-jingji',
      text: '召开协商会，业主单位5家、居民代表16人参加，形成共识5条、保留意见2条。',
    },
    {
      type: 'progressReported',
      daysAgo: 12,
      time: '10:00',
      by: 'm-jingji',
      text: '首批340个共享车位上线，签约居民211户，超时离场率3.1%。',
    },
  ],
  responses: [
    {
      key: 'r1',
      assignment: 'a1',
      department: 'wc-jiaotong',
      status: 'published',
      declaredResult: 'resolving',
      text: `您好！您提出的关于推进停车位错时共享的建议收悉。现将有关情况答复如下：

一、区国资委已督促7家区属企业开放夜间车位340个，开放时段原则上为18:00至次日8:00，个别点位可延长至9:00，方便倒班居民。

二、由槐安街道引入运营主体，实行“统一签约、统一投保、统一结算”，手机即可办理，租房居民凭租赁备案信息登记；超时按阶梯标准收费，累计3次暂停预约资格。

三、已要求开放单位夜间保留地库照明和监控；临近住宅的出入口，23:00以后改由另一侧通行。

四、共享车位信息将在一周内接入“望川停车”平台。

因涉及部分产权单位内部审议程序，其余车位的开放数量尚未确定，本事项已申请延期办理，办结时将再次向您反馈。感谢您的理解与支持。`,
      draftedBy: 'o-jiaotong-d',
      drafted: { daysAgo: 22, time: '16:00' },
      signedBy: 'o-jiaotong-s',
      signed: { daysAgo: 18, time: '10:30' },
      published: { daysAgo: 18, time: '15:00' },
      promises: [
        {
          words: '共享车位信息将在一周内接入“望川停车”平台。',
          responsible: '区交通委静态交通科',
          dueDaysAgo: 11,
          notes: [
            {
              daysAgo: 10,
              time: '17:20',
              text: '7 家单位中已有 5 家完成数据对接，另外 2 家的道闸系统较旧，正在更换接口。',
            },
          ],
          checks: { daysAgo: 7, time: '20:15', so: 1, notYet: 5, cannotSay: 1 },
        },
      ],
      answers: ['c01', 'c02', 'c03', 'c05', 'c11', 'c13', 'c14'],
    },
    {
      key: 'r2',
      assignment: 'a2',
      department: 'wc-jiaoguan',
      status: 'published',
      declaredResult: 'planned',
      text: `您好！您提出的在槐安北街增设夜间临时泊位的建议收悉，现就道路条件答复如下：

一、经连续三晚观测，槐安北街老粮站路段21:00以后车流量每小时不足40辆，具备单侧设置夜间临时泊位的条件，可设26个，时段拟为21:00至次日7:00。

二、路面标线和警示标牌方案已完成，待边角地平整办法确定后一并施工，避免重复开挖。

三、施划前将在沿线三个小区公示，欢迎您届时再提意见。`,
      draftedBy: 'o-jiaoguan-d',
      drafted: { daysAgo: 27, time: '16:30' },
      signedBy: 'o-jiaoguan-s',
      signed: { daysAgo: 22, time: '10:00' },
      published: { daysAgo: 17, time: '10:20' },
      answers: ['c12', 'c04'],
    },
    {
      key: 'r3',
      assignment: 'a2',
      department: 'wc-chengguan',
      status: 'scheduled',
      declaredResult: 'planned',
      text: `您好！您提出的利用槐安北街老粮站墙外边角地增设夜间临时泊位的建议收悉。

经现场踏勘，该地块长约110米、宽3.5至5米，地下有一条在用雨水管线，平整前需先完成管线探测。探测由我委委托专业单位在两周内完成，结果在本议题公布；具备条件的，随后30日内完成平整，交由交管部门施划泊位。

如有疑问，请在工作日拨打0000-0000111，与市容环境科联系。`,
      draftedBy: 'p-drafter',
      drafted: { daysAgo: 4, time: '17:10' },
      signedBy: 'p-signer',
      signed: { daysAgo: 1, time: '16:40' },
      scheduled: { daysAgo: -4, time: '09:30' },
      answers: ['c12'],
    },
  ],
  summary: {
    status: 'published',
    verdict: 'partialConsensus',
    introduction:
      '本次协商共形成共识5条、保留意见2条。大家普遍赞成先从机关和国有企业的车位做起，先试后推；对写字楼私有车位的开放数量和夜间噪声，仍有不同看法。',
    points: [
      {
        kind: 'consensus',
        text: '分类制定开放清单，机关事业单位和国有企业先行，数量以实测为准，先少后多。',
        citations: ['c07', 'c09', 'c10'],
      },
      {
        kind: 'consensus',
        text: '由街道统一签约、统一投保、统一结算，手机办理，认车牌进出，租房居民同样可以登记。',
        citations: ['c03', 'c05', 'c08', 'c14'],
      },
      {
        kind: 'consensus',
        text: '离场时间按实际分档，超时阶梯收费、多次超时暂停资格，写进协议。',
        citations: ['c01', 'c02', 'c10r1'],
      },
      {
        kind: 'suggestion',
        text: '开放地库夜间保留照明和监控；研究利用北街边角地和小区白天空位。',
        citations: ['c11', 'c12', 'c01r1'],
      },
      {
        kind: 'dissent',
        text: '有居民担心夜间进出扰民，也有居民反对以停车为由再占绿地，保留意见。',
        citations: ['c13', 'c06'],
      },
    ],
    writtenBy: 'm-jingji',
    at: { daysAgo: 59, time: '16:00' },
  },
  documents: [
    {
      type: 'outcome',
      title: '关于槐安地区停车资源错时共享的协商建议',
      number: '协商成果〔{year}〕6号',
      result: 'B类（列入计划逐步解决）',
      text: '本次协商共形成共识5条、保留意见2条。会议建议：一是分类制定开放清单，机关事业单位和国有企业先行；二是建立信用约束和保险兜底机制；三是先试后推、动态评估。协商成果经区政协主席会议审议后报送区委、区政府，由区交通委牵头，会同有关单位研究落实。目前首批340个车位已上线，其余事项正在推进。',
      at: { daysAgo: 58, time: '10:00' },
    },
  ],
  ratings: [],
}
