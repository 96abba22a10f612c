import type { TopicSeed } from '../types'

export const dogs: TopicSeed = {
  key: 'dogs',
  code: 'XS-{year}-011',
  title: '遛狗与怕狗：同一个小区如何互相体谅？',
  lead: '青禾苑两百多条狗，有人当家人，有人绕着走，能不能商量出一份大家都认的规矩？',
  background: `青禾苑小区登记犬只217只，实际数量估计超过300只。今年以来，涉犬类诉求46件，集中在不牵绳、粪便不清理、夜间吠叫三个方面。养犬居民则认为小区缺少可供犬只活动的空间，偶发冲突被放大。

社区议事厅两次讨论均不欢而散，遂邀请委员参与主持。

这次先定三条规矩：不点名道姓，不发别人家的照片，每个人说清楚自己能让的一步是什么。`,
  category: 'covenant',
  studio: 'station-qinghe',
  district: 'qinghe',
  tags: ['文明养犬', '居民公约', '议事协商'],
  stage: 'closed',
  openedBy: 'm-nongye',
  opens: { daysAgo: 192, time: '09:40' },
  closes: { daysAgo: 157, time: '18:00' },
  moves: [
    {
      to: 'deliberating',
      daysAgo: 178,
      time: '14:00',
    },
    {
      to: 'concluding',
      daysAgo: 154,
      time: '09:30',
    },
    {
      to: 'handling',
      daysAgo: 136,
      time: '10:10',
    },
    {
      to: 'evaluating',
      daysAgo: 98,
      time: '15:30',
    },
    {
      to: 'closed',
      daysAgo: 52,
      time: '10:20',
    },
  ],
  assignments: [
    {
      key: 'a1',
      request: '落实遛犬区、拾便箱，支持居民表决公约，会同有关单位答复。',
      assignedBy: 'p-assigner',
      assigned: { daysAgo: 133, time: '09:30' },
      due: { daysAgo: 100, time: '18:00' },
      departments: [
        {
          department: 'jd-qinghe',
          part: 'lead',
          acknowledged: { daysAgo: 130, time: '09:50' },
        },
        {
          department: 'pcs-qinghe',
          part: 'joint',
          acknowledged: { daysAgo: 130, time: '11:00' },
        },
        {
          department: 'wc-nongye',
          part: 'joint',
          acknowledged: { daysAgo: 130, time: '15:15' },
        },
      ],
    },
  ],
  comments: [
    {
      key: 'c01',
      author: 'jinmao',
      voice: 'resident',
      stance: 'conditional',
      kind: 'opinion',
      daysAgo: 192,
      time: '20:10',
      text: '我每次都牵绳捡便，不希望被一棍子打死。给我们划一小块地方，早晚各一小时就够了。',
      replies: [
        {
          key: 'c01r1',
          author: 'beipu',
          voice: 'resident',
          daysAgo: 192,
          time: '22:16',
          text: '牵绳的我从来没意见，见了您家大金毛我还打招呼呢。说的是不牵的那些。',
        },
        {
          key: 'c01r2',
          author: 'jinmao',
          voice: 'resident',
          daysAgo: 191,
          time: '08:04',
          replyTo: 'c01r1',
          text: '谢谢您。它叫元宝，九岁了，以后碰见孩子我先把它收到身子另一边。',
        },
      ],
    },
    {
      key: 'c02',
      author: 'beipu',
      voice: 'resident',
      stance: 'oppose',
      kind: 'opinion',
      daysAgo: 191,
      time: '21:33',
      text: '孩子三岁那年在滑梯边上被一只没牵绳的大狗扑倒，后脑勺磕在台阶上，缝了五针。狗主人说“它就是想跟你玩”，这句话我记到今天。孩子到现在看见狗还哭，放学宁可绕一大圈从北门走。我不恨狗，也不是要谁家把狗送走。不牵绳的就该上黑名单，光劝有什么用？劝了三年了。',
    },
    {
      key: 'c03',
      author: 'chongyi',
      voice: 'resident',
      stance: 'support',
      kind: 'suggestion',
      daysAgo: 190,
      time: '12:29',
      text: '可以搞免费芯片和疫苗日，先把底数摸清。管理的前提是知道有多少、是谁的。',
      replies: [
        {
          key: 'c03r1',
          author: 'sanmao',
          voice: 'resident',
          daysAgo: 189,
          time: '21:00',
          text: '顺便把绝育也打个折吧，小区里那窝流浪的去年又添了五只。',
        },
      ],
    },
    {
      key: 'c04',
      author: 'fanlaobo',
      voice: 'resident',
      stance: 'oppose',
      kind: 'opinion',
      daysAgo: 188,
      time: '07:44',
      text: '清早去取奶，三十米踩了两脚。说到底，养得起就得管得起屎。',
    },
    {
      key: 'c05',
      author: 'duju',
      voice: 'resident',
      stance: 'conditional',
      kind: 'opinion',
      daysAgo: 186,
      time: '15:20',
      text: '我一个人住，就一只小土狗作伴，十二年了。它夜里叫，是因为耳朵背了害怕，我也没办法，已经给窗户加了层棉帘子。邻居多担待，有动静您敲门，我不恼。',
      replies: [
        {
          key: 'c05r1',
          author: 'qh502',
          voice: 'resident',
          daysAgo: 185,
          time: '20:38',
          text: '我就是您楼上的。帘子挂了以后好多了，之前话说重了，您别往心里去。',
        },
      ],
    },
    {
      key: 'c06',
      author: 'chenlian',
      voice: 'resident',
      stance: 'oppose',
      kind: 'opinion',
      daysAgo: 183,
      time: '06:30',
      text: '反对划遛狗区。小区统共那么点绿地，我们打拳的还轮着用呢，凭什么给狗？',
    },
    {
      key: 'c07',
      author: 'adai',
      voice: 'resident',
      stance: 'support',
      kind: 'suggestion',
      daysAgo: 181,
      time: '23:10',
      text: '东北角配电房后面那块三角地，背阴、没人去，草都不长。划给狗用，谁也不妨碍。',
      replies: [
        {
          key: 'c07r1',
          author: 'chenlian',
          voice: 'resident',
          stance: 'conditional',
          daysAgo: 180,
          time: '07:02',
          text: '那块地行，我没话说。',
        },
      ],
    },
    {
      key: 'c08',
      author: 'e-zhili',
      voice: 'expert',
      stance: 'support',
      kind: 'suggestion',
      daysAgo: 177,
      time: '10:48',
      text: '冲突的根源是公共空间的规则缺位。建议用“时间换空间”，划定分时遛犬区，并以楼门为单位推选“养犬自治小组”，把惩戒权交给公约、把执法权留给公安。',
    },
    {
      key: 'c09',
      author: 'm-nongye',
      voice: 'member',
      stance: 'support',
      kind: 'suggestion',
      daysAgo: 175,
      time: '09:35',
      text: '建议把文明养犬写进居民公约，明确“三必须一不得”：必须登记、必须牵绳、必须清便，不得在儿童活动区停留；同时给守约者以激励，如积分兑换驱虫服务。',
      replies: [
        {
          key: 'c09r1',
          author: 'erbao',
          voice: 'resident',
          kind: 'suggestion',
          daysAgo: 174,
          time: '22:05',
          text: '再加一条电梯里的：狗抱起来或者收短绳站角落，有人说怕就等下一趟。',
        },
      ],
    },
    {
      key: 'c10',
      author: 'caomei',
      voice: 'resident',
      stance: 'neutral',
      kind: 'opinion',
      daysAgo: 171,
      time: '12:40',
      text: '没养狗，也不怕狗。我就希望吵归吵，别再往草坪撒药了，上次差点让小孩捡起来吃了。',
      replies: [
        {
          key: 'c10r1',
          author: 'm-nongye',
          voice: 'convener',
          daysAgo: 170,
          time: '09:20',
          text: '投药是违法的，也伤人。此事已请派出所到现场看过，再有发现请立刻报警，不要自己处理。',
        },
      ],
    },
    {
      key: 'c11',
      author: 'lunyi',
      voice: 'resident',
      stance: 'conditional',
      kind: 'opinion',
      daysAgo: 167,
      time: '16:32',
      text: '我坐轮椅，眼睛的高度正好对着狗脸。请大家迎面过来的时候绳子收到一米，就这点要求。',
    },
    {
      key: 'c12',
      author: 'p-resident',
      voice: 'resident',
      stance: 'support',
      kind: 'opinion',
      daysAgo: 163,
      time: '19:48',
      text: '拾便箱要有袋子，光有箱子没袋子等于白设。我们楼门可以轮流补，一个月一户，不麻烦。',
    },
    {
      key: 'c13',
      author: 'qh502',
      voice: 'resident',
      stance: 'neutral',
      kind: 'inquiry',
      daysAgo: 160,
      time: '21:16',
      text: '公约没有强制力，有人就是不遵守怎么办？写在纸上给谁看？',
    },
    {
      key: 'c14',
      author: 'beipu',
      voice: 'resident',
      stance: 'oppose',
      kind: 'opinion',
      daysAgo: 187,
      time: '22:48',
      text: '8号楼那个姓郑的天天放狗咬人，大家都去他家门口堵他，看他还敢不敢！',
      status: 'rejected',
      reason: 'incitement',
      remark: '您担心孩子的安全我们非常理解，已请社区联系您；有犬伤人请直接报警。',
    },
  ],
  facts: [
    {
      type: 'meetingHeld',
      daysAgo: 173,
      time: '19:00',
      by: 'm-nongye',
      text: '第一轮协商：养犬与不养犬的居民各9人，每人说一步自己能让的。',
    },
    {
      type: 'meetingHeld',
      daysAgo: 161,
      time: '19:00',
      by: 'm-nongye',
      text: '第二、三轮协商后形成公约修订稿，在楼门公示两次。',
    },
    {
      type: 'covenantAdopted',
      daysAgo: 140,
      time: '16:00',
      by: 'm-nongye',
      text: '居民会议表决通过《青禾苑文明养犬公约（修订）》，参会居民同意率76%。',
    },
    {
      type: 'followUp',
      daysAgo: 57,
      time: '15:00',
      by: 'm-nongye',
      text: '公约运行两个月回访：涉犬诉求由月均11件下降到3件。',
    },
  ],
  responses: [
    {
      key: 'r1',
      assignment: 'a1',
      department: 'jd-qinghe',
      status: 'published',
      declaredResult: 'resolved',
      text: `您好！您反映的小区养犬问题收悉。青禾街道会同派出所、农业农村部门研究，现答复如下：

一、于本月开展集中登记和免疫服务4场，新增登记犬只63只。

二、在小区东北角划定分时遛犬区，设置拾便箱6个，拾便袋由各楼门轮流补充，街道兜底。

三、对不牵绳等行为，由派出所依法处理，本月已处理9起；公约解决邻里之间的事，违法行为由执法部门管。

四、支持居民通过议事协商修订公约，对养犬自治小组给予工作经费支持。`,
      draftedBy: 'o-qinghe-d',
      drafted: { daysAgo: 111, time: '16:00' },
      signedBy: 'o-qinghe-s',
      signed: { daysAgo: 107, time: '10:15' },
      published: { daysAgo: 104, time: '09:40' },
      answers: ['c01', 'c02', 'c03', 'c07', 'c12', 'c13'],
    },
  ],
  summary: {
    status: 'published',
    verdict: 'consensus',
    introduction:
      '前两次不欢而散，这一次大家先说自己能让什么。三轮协商下来，养犬的愿意收短绳，不养的同意给一块地，公约就是这样一条条让出来的。',
    points: [
      {
        kind: 'consensus',
        text: '“三必须一不得”写进公约：必须登记、必须牵绳、必须清便，不得在儿童活动区停留。',
        citations: ['c02', 'c04', 'c09'],
      },
      {
        kind: 'consensus',
        text: '东北角三角地划为分时遛犬区，早晚各一小时。',
        citations: ['c01', 'c07', 'c07r1'],
      },
      {
        kind: 'consensus',
        text: '迎面收绳到一米，电梯内抱起或收短绳，有人害怕就等下一趟。',
        citations: ['c09r1', 'c11'],
      },
      {
        kind: 'suggestion',
        text: '办免费芯片和疫苗日；拾便袋由楼门轮流补充；严禁投药。',
        citations: ['c03', 'c10', 'c12'],
      },
      {
        kind: 'dissent',
        text: '有居民认为公约缺少强制力，应建立不文明养犬名单，未获多数赞成。',
        citations: ['c02', 'c13'],
      },
    ],
    writtenBy: 'm-nongye',
    at: { daysAgo: 143, time: '15:00' },
  },
  documents: [
    {
      type: 'covenant',
      title: '青禾苑文明养犬公约（修订）',
      number: '议事〔{year}〕8号',
      result: '表决通过',
      text: `经三轮协商、两次公示，公约修订稿提交居民会议表决，参会居民同意率76%。公约明确遛犬时段、牵绳要求和违约处理方式，并成立由9名居民组成的养犬自治小组。

1. 犬只应当依法登记、免疫，新来的三十日内到社区登记。
2. 出门牵绳，绳长不超过一米五；迎面遇人收到一米。
3. 随身带袋，随手清便；袋子各楼门轮流补。
4. 电梯里抱起或站角落收短绳，有人说怕，等下一趟。
5. 东北角遛犬区每日6:00至7:00、20:00至21:00开放，其余时间和儿童活动区不得停留。
6. 夜间吠叫先敲门、好好说，说不通找自治小组。
7. 违约第一次提醒，第二次楼门内告知，第三次由自治小组约谈；涉嫌违法的，交派出所处理。
8. 一年守约的，可换免费驱虫一次。`,
      at: { daysAgo: 140, time: '16:00' },
    },
  ],
  ratings: [
    {
      author: 'jinmao',
      daysAgo: 93,
      time: '20:44',
      resolution: 'satisfied',
      attitude: 'satisfied',
      speed: 'satisfied',
    },
    {
      author: 'beipu',
      daysAgo: 92,
      time: '21:50',
      resolution: 'mostlySatisfied',
      attitude: 'satisfied',
      speed: 'satisfied',
      reason: '孩子肯从滑梯那边走了。还是有一两家不牵绳。',
    },
  ],
}
