import type { TopicSeed } from '../types'

export const wasteSorting: TopicSeed = {
  key: 'waste-sorting',
  code: 'XS-{year}-006',
  title: '撤桶之后：垃圾投放时间和投放点还能不能再优化？',
  lead: '青禾14个小区定时投放一年了，分得更准了，可上班的赶不上、桶站旁的受不了，怎么调？',
  background: `青禾街道自去年起在14个小区推行“撤桶并站、定时投放”。分类准确率由61%提升到84%，但早晚投放时间与部分上班族作息冲突，误时投放点不足。

居民对“夏天有异味”“厨余破袋脏手”意见集中。社区反映志愿值守队伍后继乏人。

现在每天开放两段：早7:00至9:00，晚18:30至20:30。想请大家商量四件事：

- 两段时间怎么挪更合适，要不要一个小区一个样；
- 误时投放点放在哪里，谁来看着；
- 桶站离窗户太近的，是搬、是封，还是多清几次；
- 厨余要不要继续破袋。`,
  category: 'environment',
  studio: 'studio-huanjing',
  district: 'qinghe',
  tags: ['垃圾分类', '定时定点', '桶站值守'],
  stage: 'deliberating',
  openedBy: 'p-convener',
  opens: { daysAgo: 38, time: '09:30' },
  closes: { daysAgo: -16, time: '18:00' },
  moves: [
    {
      to: 'deliberating',
      daysAgo: 24,
      time: '10:00',
    },
  ],
  assignments: [
    {
      key: 'a1',
      request: '就投放时段、误时投放点、清运频次和桶站改造作阶段性答复，协商结束后公布方案。',
      assignedBy: 'p-assigner',
      assigned: { daysAgo: 27, time: '09:20' },
      due: { daysAgo: -5, time: '18:00' },
      departments: [
        {
          department: 'wc-chengguan',
          part: 'lead',
          acknowledged: { daysAgo: 23, time: '09:40' },
        },
        {
          department: 'wc-fulian',
          part: 'joint',
          acknowledged: { daysAgo: 23, time: '15:20' },
        },
        {
          department: 'jd-qinghe',
          part: 'joint',
          acknowledged: { daysAgo: 23, time: '10:30' },
        },
      ],
    },
    {
      key: 'a2',
      comment: 'c13',
      request: '请答复行动不便的居民能否登记上门收运，一周几次，向谁登记。',
      assignedBy: 'p-assigner',
      assigned: { daysAgo: 11, time: '16:10' },
      due: { daysAgo: 0, time: '00:01' },
      departments: [
        {
          department: 'wc-chengguan',
          part: 'lead',
          acknowledged: { daysAgo: 10, time: '16:40' },
        },
      ],
      reminded: { daysAgo: 1, time: '09:10' },
    },
    {
      key: 'a3',
      comment: 'c06',
      request: '请答复沿街餐饮店能否单独收运、怎么登记、怎么收费。',
      assignedBy: 'p-assigner',
      assigned: { daysAgo: 17, time: '10:30' },
      due: { daysAgo: 1, time: '18:00' },
      departments: [
        {
          department: 'wc-chengguan',
          part: 'lead',
          acknowledged: { daysAgo: 16, time: '14:15' },
        },
      ],
    },
  ],
  comments: [
    {
      key: 'c01',
      author: 'chengxuyuan',
      voice: 'resident',
      stance: 'conditional',
      kind: 'suggestion',
      daysAgo: 38,
      time: '22:26',
      text: '我早上六点半出门，晚上十点回来，两个时段都赶不上。请至少留一个24小时误时投放点，装个摄像头就行。',
      replies: [
        {
          key: 'c01r1',
          author: 'guijie',
          voice: 'resident',
          stance: 'support',
          daysAgo: 37,
          time: '12:10',
          text: '我是扫楼的。没有误时点，袋子就搁楼道口，第二天都是我收，汤汤水水洒一地。放一个吧，我反而省事。',
        },
        {
          key: 'c01r2',
          author: 'tongzhan',
          voice: 'resident',
          stance: 'oppose',
          daysAgo: 37,
          time: '20:45',
          text: '24小时的话千万别放在我们楼下，夜里掀盖子“咣当”一声，心脏受不了。',
        },
        {
          key: 'c01r3',
          author: 'chengxuyuan',
          voice: 'resident',
          daysAgo: 36,
          time: '22:51',
          replyTo: 'c01r2',
          text: '理解。放西门垃圾房里头就好，离楼四五十米，我多走几步没关系。',
        },
      ],
    },
    {
      key: 'c02',
      author: 'tongzhan',
      voice: 'resident',
      stance: 'oppose',
      kind: 'opinion',
      daysAgo: 37,
      time: '08:14',
      text: '桶站集中以后，全小区的味儿都到我家窗根底下了。要么搬，要么密闭，要么夏天多清几次。',
    },
    {
      key: 'c03',
      author: 'jiaoshi',
      voice: 'resident',
      stance: 'support',
      kind: 'suggestion',
      daysAgo: 36,
      time: '10:02',
      text: '分类习惯好不容易养成，别又退回去。建议让孩子们当小小督导员，一个孩子能带动一家人。',
      replies: [
        {
          key: 'c03r1',
          author: 'erbao',
          voice: 'resident',
          daysAgo: 35,
          time: '21:19',
          text: '我家老大听说能发小红袖标，已经在家里给爷爷讲了三遍什么是厨余。',
        },
      ],
    },
    {
      key: 'c04',
      author: 'p-resident',
      voice: 'resident',
      stance: 'support',
      kind: 'opinion',
      daysAgo: 34,
      time: '19:08',
      text: '我在6号桶站值守了大半年，一周三个晚上。来的人十个里有八个分得挺好，剩下两个你笑着说一句，下回也就分了。就是我们这帮人平均六十七岁，冬天站两个钟头腿受不住，盼着有年轻人来搭把手。',
      replies: [
        {
          key: 'c04r1',
          author: 'caomei',
          voice: 'resident',
          kind: 'inquiry',
          daysAgo: 33,
          time: '23:05',
          text: '许姨我认得您！周六晚上我可以去替，怎么报名？',
        },
        {
          key: 'c04r2',
          author: 'p-resident',
          voice: 'resident',
          daysAgo: 32,
          time: '08:36',
          replyTo: 'c04r1',
          text: '太好了，到居委会一楼找登记本写上名字，楼门和哪天有空就行。',
        },
      ],
    },
    {
      key: 'c05',
      author: 'luobo',
      voice: 'resident',
      stance: 'oppose',
      kind: 'opinion',
      daysAgo: 32,
      time: '18:57',
      text: '破袋这件事我一年都没习惯。剩汤溅一手，桶站又没有洗手的地方，我母亲八十了，袋子都撕不开。要么给个水龙头，要么就别破了。',
    },
    {
      key: 'c06',
      author: 'fanguan',
      voice: 'resident',
      stance: 'neutral',
      kind: 'opinion',
      daysAgo: 30,
      time: '15:33',
      text: '小区门口的小店也往里扔，有时候确实是我们同行干的，不好意思说。沿街的能不能单独收一趟，我们愿意交费。',
    },
    {
      key: 'c07',
      author: 'sanmao',
      voice: 'resident',
      stance: 'neutral',
      kind: 'inquiry',
      daysAgo: 29,
      time: '21:40',
      text: '猫砂到底算什么垃圾？豆腐砂和膨润土的不一样吗？桶站三个志愿者给过我三个答案。',
      replies: [
        {
          key: 'c07r1',
          author: 'e-huanjing',
          voice: 'expert',
          daysAgo: 22,
          time: '16:12',
          text: '用过的猫砂，无论哪种材质，都请装袋投入“其他垃圾”。豆腐砂虽然能降解，但沾了排泄物，不能进厨余处理线。',
        },
      ],
    },
    {
      key: 'c08',
      author: 'qh502',
      voice: 'resident',
      stance: 'conditional',
      kind: 'suggestion',
      daysAgo: 27,
      time: '20:30',
      text: '晚上这段改到七点半到九点半就解决一大半问题了。六点半的时候好多人还堵在路上。',
    },
    {
      key: 'c09',
      author: 'chenlian',
      voice: 'resident',
      stance: 'support',
      kind: 'opinion',
      daysAgo: 26,
      time: '06:41',
      text: '早上别往后挪！我们五点多起来的，七点已经嫌晚了。',
      replies: [
        {
          key: 'c09r1',
          author: 'qh502',
          voice: 'resident',
          daysAgo: 26,
          time: '19:50',
          text: '早上不动，只挪晚上，苗大爷您看行不行？',
        },
      ],
    },
    {
      key: 'c10',
      author: 'e-huanjing',
      voice: 'expert',
      stance: 'support',
      kind: 'suggestion',
      daysAgo: 22,
      time: '15:45',
      text: '定时投放的弹性不足是普遍问题。建议以桶站刷卡数据识别真实投放高峰，按“一小区一时段”动态调整；厨余垃圾可试点免破袋的可降解袋，但需同步评估末端处理能力。',
    },
    {
      key: 'c11',
      author: 'm-huanjing',
      voice: 'member',
      stance: 'support',
      kind: 'suggestion',
      daysAgo: 20,
      time: '10:28',
      text: '分类不是越严越好，而是越便民越能持续。建议形成“三张清单”：时段优化清单、桶站改造清单、值守力量清单，逐小区协商，张榜公布。',
      replies: [
        {
          key: 'c11r1',
          author: 'luobo',
          voice: 'resident',
          kind: 'suggestion',
          daysAgo: 19,
          time: '18:33',
          text: '再加一张：投诉清单。谁家投诉过什么、改没改，一起贴出来。',
        },
      ],
    },
    {
      key: 'c12',
      author: 'adai',
      voice: 'resident',
      stance: 'oppose',
      kind: 'opinion',
      daysAgo: 17,
      time: '12:36',
      text: '可降解袋谁买单？网上一卷二十个要十八块，一天一个，一年三百多。别又是试点免费、推广自费。',
    },
    {
      key: 'c13',
      author: 'lunyi',
      voice: 'resident',
      stance: 'conditional',
      kind: 'help',
      daysAgo: 13,
      time: '14:05',
      text: '原来楼下就有桶，现在要走二百多米，还有个大斜坡。我摇轮椅，两只手都占着，没法拎袋子，挂在把手上又蹭一身汤。只能攒着等女儿周末来，夏天三天就有味儿，我自己都不好意思请人进门坐。楼里像我这样的不止一个，四楼的老姐姐眼睛看不见，也是攒着。行动不便的能不能登个记，一周上门收两回？哪怕定个钟点，放在门口也行，我们一定分好。',
      replies: [
        {
          key: 'c13r1',
          author: 'p-convener',
          voice: 'convener',
          daysAgo: 12,
          time: '09:48',
          text: '于爷爷，社区初步摸底像您这样的住户有31户，上门收已经列进下次会议的议程。会前请志愿者先帮您带下去，您看可以吗？',
        },
      ],
    },
    {
      key: 'c14',
      author: 'yaohe',
      voice: 'resident',
      stance: 'support',
      kind: 'suggestion',
      daysAgo: 10,
      time: '09:17',
      text: '过期药扔哪儿一直没人说得清。桶站边上加个收旧药的小箱子，两个月清一次就够。',
    },
    {
      key: 'c15',
      author: 'guijie',
      voice: 'resident',
      stance: 'neutral',
      kind: 'opinion',
      daysAgo: 3,
      time: '13:28',
      text: '这几天清两趟了，味道是小了，可头一趟车五点来，楼上有人开窗骂。能不能六点以后？',
    },
    {
      key: 'p01',
      author: 'chongyi',
      voice: 'resident',
      stance: 'neutral',
      kind: 'help',
      daysAgo: 1,
      time: '16:12',
      text: '我住3号楼，有意见可以打我电话13800000000。',
      status: 'pending',
    },
    {
      key: 'p02',
      author: 'erbao',
      voice: 'resident',
      stance: 'support',
      kind: 'suggestion',
      daysAgo: 1,
      time: '20:44',
      text: '误时投放点建议做成两层门，外门刷卡，里门脚踩，手不用碰。我在别的城市见过，一个大概四千块。',
      status: 'pending',
    },
    {
      key: 'p03',
      author: 'fanlaobo',
      voice: 'resident',
      stance: 'oppose',
      kind: 'opinion',
      daysAgo: 0,
      time: '07:22',
      text: '我还是觉得原来的办法好，楼下有桶，下楼就扔。折腾一年，人累、钱花、味儿没少。别怕承认走了弯路。',
      status: 'pending',
    },
    {
      key: 'p04',
      author: 'p-resident',
      voice: 'resident',
      stance: 'conditional',
      kind: 'suggestion',
      daysAgo: 2,
      time: '15:06',
      text: '6号桶站旁边15号楼2单元102的王家天天乱扔，我们提醒多少回了也不改，应该登出来让大家看看。',
      status: 'returned',
      reason: 'personal-information',
      remark: '请删去门牌和姓氏，只说“有住户屡次乱扔”，您的建议我们照常登出。',
    },
    {
      key: 'p05',
      author: 'luobo',
      voice: 'resident',
      stance: 'oppose',
      kind: 'opinion',
      daysAgo: 0,
      time: '08:03',
      text: '想出破袋这主意的人怕是脑子进了水，自己家从来不倒垃圾吧？一群吃干饭的。',
      status: 'pending',
    },
    {
      key: 'p06',
      author: 'sanmao',
      voice: 'resident',
      stance: 'neutral',
      kind: 'inquiry',
      daysAgo: 4,
      time: '22:20',
      text: '宠物尿垫呢？跟猫砂一样处理吗？',
      status: 'withdrawn',
    },
  ],
  facts: [
    {
      type: 'fieldVisit',
      daysAgo: 33,
      time: '08:30',
      by: 'p-convener',
      text: '委员到9处桶站记录早高峰投放情况，误投集中在开放前后半小时。',
    },
    {
      type: 'meetingHeld',
      daysAgo: 9,
      time: '14:00',
      by: 'p-convener',
      text: '召开第一次协商会，居民代表19人、承办单位3家到会；决定在两个小区开展为期两个月的对照试点。',
    },
    {
      type: 'minutesPublished',
      daysAgo: 6,
      time: '16:30',
      by: 'p-liaison',
      text: '公布第一次协商会纪要，纪要〔{year}〕11号。',
    },
  ],
  responses: [
    {
      key: 'r1',
      assignment: 'a1',
      department: 'wc-chengguan',
      status: 'published',
      declaredResult: 'resolving',
      text: `您好！关于垃圾投放时间和点位的意见收悉。经区城市管理委会同区妇联、青禾街道研究，阶段性答复如下：

一、已在6个小区增设误时投放点，其余小区将结合本次协商结果陆续增设。

二、气温较高的月份，厨余垃圾清运由每日1次增加到2次，桶站每日冲洗消杀。

三、对3处距住户较近的桶站启动密闭化改造，同步加装洗手设施。

四、“小小督导员”由区妇联和学校联合招募，首批报名在社区居委会办理。

因议题仍在协商，正式方案将于协商结束后15个工作日内公布。`,
      draftedBy: 'p-drafter',
      drafted: { daysAgo: 13, time: '16:40' },
      signedBy: 'p-signer',
      signed: { daysAgo: 8, time: '10:10' },
      published: { daysAgo: 5, time: '16:50' },
      promises: [
        {
          words: '对3处距住户较近的桶站启动密闭化改造，同步加装洗手设施。',
          responsible: '区城市管理委环境卫生科',
          dueDaysAgo: -26,
          checks: { daysAgo: 1, time: '18:50', so: 0, notYet: 2, cannotSay: 1 },
        },
        {
          words: '“小小督导员”由区妇联和学校联合招募，首批报名在社区居委会办理。',
          responsible: '区城市管理委宣传教育科',
          dueDaysAgo: 2,
        },
      ],
      correction: {
        text: `您好！关于垃圾投放时间和点位的意见收悉。经区城市管理委会同区妇联、青禾街道研究，阶段性答复如下：

一、已在5个小区增设误时投放点，第6个小区的点位因消防通道宽度不足另行选址，两周内公布；其余小区将结合本次协商结果陆续增设。

二、气温较高的月份，厨余垃圾清运由每日1次增加到2次，桶站每日冲洗消杀。

三、对3处距住户较近的桶站启动密闭化改造，同步加装洗手设施。

四、“小小督导员”由区妇联和学校联合招募，首批报名在社区居委会办理。

因议题仍在协商，正式方案将于协商结束后15个工作日内公布。`,
        change: '误时投放点已建成5个，不是6个；另一个需要重新选址。',
        draftedBy: 'p-drafter',
        drafted: { daysAgo: 2, time: '10:20' },
        signed: { daysAgo: 1, time: '15:30' },
        promises: [
          {
            words: '第6个小区的点位因消防通道宽度不足另行选址，两周内公布',
            responsible: '区城市管理委环境卫生科',
            dueDaysAgo: -12,
          },
        ],
      },
      answers: ['c01', 'c02', 'c03', 'c05'],
    },
    {
      key: 'r2',
      assignment: 'a3',
      department: 'wc-chengguan',
      status: 'published',
      declaredResult: 'resolving',
      text: `您好！您说的沿街餐饮店单独收运，可以办。

一、从12月起，西门外一条街的餐饮店每晚9点单独收一趟，店门口收桶，不用再送到小区桶站。

二、到街道便民服务中心环境窗口登记，带营业执照即可；收费按餐厨垃圾处理的现行标准，登记时会写清楚。

三、登记以后仍送到小区桶站的，由街道先提醒，再按规定处理。

有问题请打区城市管理委环境卫生科电话0000-0000111。`,
      draftedBy: 'p-drafter',
      drafted: { daysAgo: 6, time: '15:20' },
      signedBy: 'p-signer',
      signed: { daysAgo: 3, time: '16:20' },
      published: { daysAgo: 3, time: '16:30' },
      answers: ['c06'],
    },
  ],
  documents: [
    {
      type: 'minutes',
      title: '青禾街道垃圾投放优化协商会纪要（第一次）',
      number: '纪要〔{year}〕11号',
      result: '协商中',
      text: '会议认为，定时定点制度应当坚持，具体时段应当因地制宜。会议就增设误时投放点、夏季增加清运频次达成共识；对厨余垃圾是否免破袋、桶站是否迁移存在不同意见，决定在两个小区开展为期两个月的对照试点，试点结果公示后再次协商。',
      at: { daysAgo: 6, time: '16:30' },
    },
  ],
  ratings: [
    {
      author: 'jiaoshi',
      daysAgo: 4,
      time: '19:40',
      resolution: 'satisfied',
      attitude: 'satisfied',
      speed: 'satisfied',
      reason: '小小督导员已经在学校报名了，孩子们抢着来。',
    },
    {
      author: 'chengxuyuan',
      daysAgo: 4,
      time: '22:15',
      resolution: 'mostlySatisfied',
      attitude: 'satisfied',
      speed: 'satisfied',
    },
    {
      author: 'tongzhan',
      daysAgo: 5,
      time: '21:05',
      resolution: 'dissatisfied',
      attitude: 'mostlySatisfied',
      speed: 'dissatisfied',
      cause: 'result',
      reason: '说是启动密闭化改造，可我家窗根底下的桶站一点动静也没有。',
      reopening: {
        reason: '答复里三处密闭化改造没有写明是哪三处、什么时候完工，请逐处答复。',
        decided: {
          daysAgo: 1,
          time: '10:20',
          by: 'p-assigner',
          outcome: 'grant',
          explanation: '请承办单位逐处列明点位和完工时间。',
        },
      },
    },
  ],
}
