import type { PersonaSeed, PersonSeed } from './types'

/** One for each kind of persona, in the order they are offered. */
export const personas: readonly PersonaSeed[] = [
  {
    key: 'p-resident',
    persona: 'resident',
    displayName: '许姨爱唱歌',
    district: 'qinghe',
    grants: [{ role: 'resident' }],
  },
  {
    key: 'p-member',
    persona: 'member',
    displayName: '冼若兰',
    title: '市政协委员·教育界',
    district: 'wangchuan',
    grants: [{ role: 'resident' }, { role: 'member', studio: 'studio-jiaoyu' }],
  },
  {
    key: 'p-expert',
    persona: 'expert',
    displayName: '逄一舟',
    title: '公共空间设计专家（高校设计学院）',
    district: 'wangchuan',
    grants: [{ role: 'resident' }, { role: 'expert' }],
  },
  {
    key: 'p-drafter',
    persona: 'draftingOfficial',
    displayName: '牟海峰',
    title: '望川区城市管理委 市容环境科',
    district: 'wangchuan',
    grants: [{ role: 'official', duty: 'draft', department: 'wc-chengguan' }],
  },
  {
    key: 'p-signer',
    persona: 'signingOfficial',
    displayName: '乔松林',
    title: '望川区城市管理委 分管负责人',
    district: 'wangchuan',
    grants: [{ role: 'official', duty: 'sign', department: 'wc-chengguan' }],
  },
  {
    key: 'p-assigner',
    persona: 'assigningOfficial',
    displayName: '靳晓光',
    title: '区政协办公室 协商交办',
    district: 'wangchuan',
    grants: [{ role: 'official', duty: 'assign' }],
  },
  {
    key: 'p-moderator',
    persona: 'moderator',
    displayName: '左晴',
    title: '审核员',
    district: 'wangchuan',
    grants: [{ role: 'moderator', duty: 'review' }],
  },
  {
    key: 'p-senior',
    persona: 'seniorModerator',
    displayName: '卞文清',
    title: '审核组长',
    district: 'wangchuan',
    grants: [
      { role: 'moderator', duty: 'review' },
      { role: 'moderator', duty: 'senior' },
    ],
  },
  {
    key: 'p-convener',
    persona: 'convener',
    displayName: '祝明霞',
    title: '区政协委员·新闻出版界',
    district: 'wangchuan',
    grants: [
      { role: 'member', studio: 'station-nanyuanqiao' },
      { role: 'convener', studio: 'station-nanyuanqiao' },
      { role: 'convener', studio: 'studio-huanjing' },
      { role: 'convener', studio: 'studio-wenyi' },
    ],
  },
  {
    key: 'p-liaison',
    persona: 'liaison',
    displayName: '沙莉君',
    title: '委员工作室联络员',
    district: 'wangchuan',
    grants: [
      { role: 'liaison', studio: 'station-nanyuanqiao' },
      { role: 'liaison', studio: 'studio-huanjing' },
      { role: 'liaison', studio: 'studio-wenyi' },
      { role: 'liaison', studio: 'station-qinghe' },
    ],
  },
  {
    key: 'p-admin',
    persona: 'admin',
    displayName: '卓立',
    title: '平台管理员',
    district: 'wangchuan',
    grants: [{ role: 'admin' }],
  },
  {
    key: 'p-auditor',
    persona: 'auditor',
    displayName: '翟敏',
    title: '审计管理员',
    district: 'wangchuan',
    grants: [{ role: 'auditor' }],
  },
]

function resident(key: string, displayName: string, district: string): PersonSeed {
  return { key, displayName, district, grants: [{ role: 'resident' }] }
}

/** Residents' voices, under the names they chose for themselves. */
export const residents: readonly PersonSeed[] = [
  // 梧桐里街道
  resident('liulou', '梧桐里6楼住户', 'wutongli'),
  resident('sanhaolou', '3号楼老邻居', 'wutongli'),
  resident('wuceng', '安静的五层', 'wutongli'),
  resident('yilou', '一楼向阳花', 'wutongli'),
  resident('laozhou', '老周头', 'wutongli'),
  resident('xiulan', '秀兰', 'wutongli'),
  resident('doudou', '豆豆妈', 'wutongli'),
  resident('ernianji', '二年级家长', 'wutongli'),
  resident('wenju', '校门口文具店主', 'wutongli'),
  resident('qiche-nainai', '骑车接娃的奶奶', 'wutongli'),
  resident('daiwa', '带娃的爸爸', 'wutongli'),
  resident('gongyu', '老年公寓住户', 'wutongli'),
  resident('beikao', '备考学生', 'wutongli'),
  resident('chapu', '茶铺小掌柜', 'wutongli'),
  resident('xitai', '旧戏台边长大的', 'wutongli'),
  resident('sanlou', '三楼钟师傅', 'wutongli'),
  resident('yingzi', '影子比人长', 'wutongli'),
  resident('caifeng', '裁缝铺光福', 'wutongli'),
  resident('liangcha', '凉茶不凉', 'wutongli'),
  resident('shuishou', '退休水手', 'wutongli'),
  resident('xiaoman', '小满未满', 'wutongli'),
  resident('xiubiao', '老街修表匠', 'wutongli'),
  resident('miaomiao', '苗苗家长', 'wutongli'),
  resident('guaizhang', '拐杖敲地响', 'wutongli'),
  resident('laojie', '老街七十一年', 'wutongli'),
  resident('beichuang', '二楼北窗', 'wutongli'),
  resident('baozi', '一笼热包子', 'wutongli'),
  resident('lifa', '楼下理发的小秦', 'wutongli'),
  // 槐安街道
  resident('yeban', '夜班护士', 'huaian'),
  resident('xiezilou', '写字楼车主', 'huaian'),
  resident('yeweihui', '槐安里业委会成员', 'huaian'),
  resident('yezhu', '槐安里业主', 'huaian'),
  resident('zuhu', '新搬来的租户家庭', 'huaian'),
  resident('wuye', '物业从业者', 'huaian'),
  resident('laoqu', '老曲不老', 'huaian'),
  resident('jiujie', '九街坊', 'huaian'),
  resident('huaihua', '槐花饭', 'huaian'),
  resident('chedeng', '车灯亮着', 'huaian'),
  resident('dashu', '大树底下好乘凉', 'huaian'),
  resident('zhangben', '账本姑娘', 'huaian'),
  resident('zhangdajie', '买菜张大姐', 'huaian'),
  resident('doufu', '卖豆腐的小两口', 'huaian'),
  resident('cheng', '晨光里的秤', 'huaian'),
  resident('meizi', '梅子黄时', 'huaian'),
  resident('gaosan', '高三陪读', 'huaian'),
  resident('toubanche', '坐头班车的人', 'huaian'),
  resident('dongmen', '东门修车老唐', 'huaian'),
  resident('liangzhan', '粮站退休老梁', 'huaian'),
  // 青禾街道
  resident('duju', '青禾苑独居老人', 'qinghe'),
  resident('zhiyuan', '社区志愿者', 'qinghe'),
  resident('fanguan', '小饭馆店主', 'qinghe'),
  resident('chengxuyuan', '早出晚归的程序员', 'qinghe'),
  resident('tongzhan', '桶站旁边的住户', 'qinghe'),
  resident('jiaoshi', '退休教师', 'qinghe'),
  resident('jinmao', '金毛家长', 'qinghe'),
  resident('beipu', '被扑倒过的孩子妈妈', 'qinghe'),
  resident('chongyi', '社区宠物医生', 'qinghe'),
  resident('fanlaobo', '范老伯', 'qinghe'),
  resident('adai', '阿黛', 'qinghe'),
  resident('qh502', '青禾苑502', 'qinghe'),
  resident('luobo', '萝卜青菜', 'qinghe'),
  resident('caomei', '草莓味的风', 'qinghe'),
  resident('lunyi', '于爷爷的轮椅', 'qinghe'),
  resident('guijie', '保洁桂姐', 'qinghe'),
  resident('sanmao', '三只猫的家', 'qinghe'),
  resident('chenlian', '晨练的老苗', 'qinghe'),
  resident('yaohe', '药盒七格', 'qinghe'),
  resident('erbao', '二宝爸在线', 'qinghe'),
  // 回澜街道
  resident('huancheng', '每天换乘三次的上班族', 'huilan'),
  resident('zaocan', '站口早餐摊主', 'huilan'),
  resident('dongli', '回澜东里居民', 'huilan'),
  resident('shuiguo', '水果姐', 'huilan'),
  resident('dengche', '等车的第四十分钟', 'huilan'),
  resident('liushui', '小桥流水账', 'huilan'),
  resident('yepao', '夜跑第七公里', 'huilan'),
  resident('diaoyu', '钓鱼不空军', 'huilan'),
  resident('tongqin', '通勤两小时', 'huilan'),
  resident('xiaolu', '宝妈小鹿', 'huilan'),
  resident('taijie', '台阶太多', 'huilan'),
  resident('mobanche', '晚归的地铁末班', 'huilan'),
  // 南苑桥街道
  resident('waimai', '外卖小哥', 'nanyuanqiao'),
  resident('yiceng', '一层住户', 'nanyuanqiao'),
  resident('xiangmu', '物业项目负责人', 'nanyuanqiao'),
  resident('wunian', '跑了五年的骑手', 'nanyuanqiao'),
  resident('ertai', '二胎妈妈', 'nanyuanqiao'),
  resident('baoan', '小区保安队长', 'nanyuanqiao'),
  resident('laowei', '电动车老魏', 'nanyuanqiao'),
  resident('tuoluo', '陀螺爷爷', 'nanyuanqiao'),
  resident('huati', '滑梯下的沙', 'nanyuanqiao'),
  resident('nanyuan', '南苑老住户', 'nanyuanqiao'),
  resident('kuaidi', '快递站小贺', 'nanyuanqiao'),
  resident('paopao', '泡泡吹大了', 'nanyuanqiao'),
  // 柳堤街道
  resident('sanbu', '柳堤散步人', 'liudi'),
  resident('disanzhan', '河边第三盏灯', 'liudi'),
  resident('alin', '水边的阿林', 'liudi'),
  resident('taiji', '打太极的佟姨', 'liudi'),
  resident('gongjiao', '夜班公交老司机', 'liudi'),
  // 经济技术开发区
  resident('wangwen', '签约三年的网文作者', 'kaifaqu'),
  resident('chahua', '独立插画师', 'kaifaqu'),
  resident('pingtai', '内容平台运营', 'kaifaqu'),
  resident('zhubo', '直播间的小助理', 'kaifaqu'),
  resident('peiyin', '配音练习生', 'kaifaqu'),
  resident('xieshi', '写代码也写诗', 'kaifaqu'),
  // 外区
  resident('luming', '鹿鸣区来串门的', 'luming'),
  resident('cangping', '沧屏上班望川住', 'cangping'),
  resident('anzhuang', '实惠安装小陆', 'cangping'),
  resident('haoyuan', '跑腿阿凯', 'luming'),
]

function member(
  key: string,
  displayName: string,
  title: string,
  district: string,
  studio: string,
): PersonSeed {
  return {
    key,
    displayName,
    title,
    district,
    grants: [{ role: 'resident' }, { role: 'member', studio }, { role: 'convener', studio }],
  }
}

/** Members of 政协, each the convener of a studio or station. */
export const members: readonly PersonSeed[] = [
  member('m-fuli', '闵素芳', '市政协委员·社会福利和社会保障界', 'yunlan', 'studio-fuli'),
  member('m-jingji', '邬建平', '区政协委员·经济界', 'wangchuan', 'studio-jingkai'),
  member('m-yiyao', '阮秀清', '区政协委员·医药卫生界', 'wangchuan', 'studio-yiyao'),
  member('m-kexie', '郗明礼', '市政协委员·科学技术协会界', 'yunlan', 'studio-huilan'),
  member('m-gongshang', '佘卫东', '区政协委员·工商联界', 'wangchuan', 'station-nanyuanqiao'),
  member('m-huanjing', '荀立民', '市政协委员·环境资源界', 'yunlan', 'studio-huanjing'),
  member('m-jiaoyu', '蔺玉兰', '市政协委员·教育界', 'yunlan', 'studio-jiaoyu'),
  member('m-fazhi', '鄢志强', '市政协委员·社会和法制界', 'yunlan', 'studio-falv'),
  member('m-wenyi', '晏秋生', '市政协委员·文化艺术界', 'yunlan', 'studio-wenyi'),
  member('m-qinglian', '钮思远', '市政协委员·共青团青联界', 'yunlan', 'studio-qinglian'),
  member('m-nongye', '隗国庆', '区政协委员·农业界', 'wangchuan', 'station-qinghe'),
  member('m-gongqing', '麦晓彤', '市政协委员·共青团界', 'yunlan', 'studio-qinglian-net'),
  member('m-funv', '褚文慧', '区政协委员·妇女联合会界', 'wangchuan', 'station-huaian'),
  member('m-teyao', '詹启航', '市政协委员·特别邀请人士', 'yunlan', 'studio-gengxin'),
]

function expert(key: string, displayName: string, title: string): PersonSeed {
  return {
    key,
    displayName,
    title,
    district: 'yunlan',
    grants: [{ role: 'resident' }, { role: 'expert' }],
  }
}

export const experts: readonly PersonSeed[] = [
  expert('e-gengxin', '柏承宇', '城市更新专家（高校建筑学院）'),
  expert('e-jiaotong', '单文渊', '城市交通规划专家'),
  expert('e-laonian', '冉慧芝', '老年社会工作专家'),
  expert('e-guidao', '苗向阳', '轨道交通运营专家'),
  expert('e-xiaofang', '桑志远', '消防工程专家'),
  expert('e-huanjing', '费若水', '环境管理专家'),
  expert('e-daolu', '计长明', '交通工程专家'),
  expert('e-wuye', '明慎之', '物业管理法律专家'),
  expert('e-yuanlin', '梅映竹', '风景园林专家'),
  expert('e-laodong', '屈正平', '劳动法与社会治理专家'),
  expert('e-zhili', '解同心', '社区治理专家'),
  expert('e-zhichan', '古佳言', '知识产权法律专家'),
  expert('e-gongwei', '房济生', '公共卫生与基层医疗专家'),
]

function drafter(
  key: string,
  displayName: string,
  title: string,
  department: string,
  district = 'wangchuan',
): PersonSeed {
  return {
    key,
    displayName,
    title,
    district,
    grants: [{ role: 'official', duty: 'draft', department }],
  }
}

function signer(
  key: string,
  displayName: string,
  title: string,
  department: string,
  district = 'wangchuan',
): PersonSeed {
  return {
    key,
    displayName,
    title,
    district,
    grants: [{ role: 'official', duty: 'sign', department }],
  }
}

/**
 * Officials: who drafts and who signs off in every body that leads or answers apart, and who signs
 * for what is assigned in those that join. 望川区城市管理委's are the personas.
 */
export const officials: readonly PersonSeed[] = [
  drafter('o-zhujian-d', '伏春生', '望川区住房城乡建设委 房屋管理科', 'wc-zhujian'),
  signer('o-zhujian-s', '郝立诚', '望川区住房城乡建设委 分管负责人', 'wc-zhujian'),
  drafter('o-jiaotong-d', '凌云鹤', '望川区交通委 停车管理科', 'wc-jiaotong'),
  signer('o-jiaotong-s', '尚国梁', '望川区交通委 分管负责人', 'wc-jiaotong'),
  drafter('o-minzheng-d', '温淑宁', '望川区民政局 养老服务科', 'wc-minzheng'),
  signer('o-minzheng-s', '庄厚德', '望川区民政局 分管负责人', 'wc-minzheng'),
  drafter('o-yljt-d', '滕远帆', '云澜市交通委 公共交通处', 'yl-jiaotong', 'yunlan'),
  signer('o-yljt-s', '晁志勇', '云澜市交通委 分管负责人', 'yl-jiaotong', 'yunlan'),
  drafter('o-xiaofang-d', '闫铁柱', '望川区消防救援局 防火监督科', 'wc-xiaofang'),
  signer('o-xiaofang-s', '展鹏程', '望川区消防救援局 分管负责人', 'wc-xiaofang'),
  drafter('o-jiaowei-d', '宁馨月', '望川区教委 基础教育科', 'wc-jiaowei'),
  signer('o-jiaowei-s', '仇学文', '望川区教委 分管负责人', 'wc-jiaowei'),
  drafter('o-yuanlin-d', '柯丽娜', '望川区园林绿化局 公园管理科', 'wc-yuanlin'),
  signer('o-yuanlin-s', '宋友林', '望川区园林绿化局 分管负责人', 'wc-yuanlin'),
  drafter('o-gonghui-d', '娄新民', '望川区总工会 权益保障部', 'wc-gonghui'),
  signer('o-gonghui-s', '简素梅', '望川区总工会 分管负责人', 'wc-gonghui'),
  drafter('o-qinghe-d', '谷小雨', '青禾街道 社区建设办公室', 'jd-qinghe', 'qinghe'),
  signer('o-qinghe-s', '耿志坚', '青禾街道 分管负责人', 'jd-qinghe', 'qinghe'),
  drafter('o-banquan-d', '应书宜', '云澜市版权局 版权管理处', 'yl-banquan', 'yunlan'),
  signer('o-banquan-s', '宗正言', '云澜市版权局 分管负责人', 'yl-banquan', 'yunlan'),
  drafter('o-weijian-d', '葛静怡', '望川区卫生健康委 基层卫生科', 'wc-weijian'),
  signer('o-weijian-s', '虞仁杰', '望川区卫生健康委 分管负责人', 'wc-weijian'),
  drafter('o-shuiwu-d', '江志远', '望川区水务局 河道管理科', 'wc-shuiwu'),
  signer('o-shuiwu-s', '池永安', '望川区水务局 分管负责人', 'wc-shuiwu'),
  drafter('o-shangwu-d', '丰美玲', '望川区商务局 市场建设科', 'wc-shangwu'),
  signer('o-shangwu-s', '盛国华', '望川区商务局 分管负责人', 'wc-shangwu'),
  drafter('o-nanyuan-d', '车文秀', '南苑桥街道 民生保障办公室', 'jd-nanyuanqiao', 'nanyuanqiao'),
  signer('o-nanyuan-s', '路建中', '南苑桥街道 分管负责人', 'jd-nanyuanqiao', 'nanyuanqiao'),
  drafter('o-zhengfu-d', '左建林', '望川区政府督查室', 'wc-zhengfu'),
  signer('o-zhengfu-s', '任保山', '望川区政府 分管负责人', 'wc-zhengfu'),
  drafter('o-guizi-d', '甄永强', '望川区规划自然资源分局 用途管制科', 'wc-guizi'),
  drafter('o-guozi-d', '贝志明', '望川区国资委 产权管理科', 'wc-guozi'),
  drafter('o-jiaoguan-d', '常永平', '公安交管望川支队 秩序科', 'wc-jiaoguan'),
  signer('o-jiaoguan-s', '钟国栋', '公安交管望川支队 分管负责人', 'wc-jiaoguan'),
  drafter('o-shichang-d', '甘晓东', '望川区市场监管局 食品经营科', 'wc-shichang'),
  drafter('o-gongdian-d', '雷明辉', '供电公司望川分公司 营销部', 'wc-gongdian'),
  drafter('o-fulian-d', '席玉华', '望川区妇联 家庭儿童部', 'wc-fulian'),
  drafter('o-nongye-d', '麻春年', '望川区农业农村局 畜牧兽医科', 'wc-nongye'),
  drafter('o-yibao-d', '纪红梅', '望川区医保局 待遇保障科', 'wc-yibao'),
  drafter('o-tiyu-d', '强振宇', '望川区体育局 群众体育科', 'wc-tiyu'),
  drafter('o-wutongli-d', '封念慈', '梧桐里街道 城市管理办公室', 'jd-wutongli', 'wutongli'),
  drafter('o-huaian-d', '阎文斌', '槐安街道 城市管理办公室', 'jd-huaian', 'huaian'),
  drafter('o-huilan-d', '危建华', '回澜街道 城市管理办公室', 'jd-huilan', 'huilan'),
  drafter('o-liudi-d', '岑丽', '柳堤街道 城市管理办公室', 'jd-liudi', 'liudi'),
  drafter('o-pcs-d', '戎军', '青禾派出所 社区警务队', 'pcs-qinghe', 'qinghe'),
  drafter('o-gongjiao-d', '佟永强', '市公交集团 线网中心', 'yl-gongjiao', 'yunlan'),
  drafter('o-guidao-d', '关海宁', '市轨道运营公司 客运部', 'yl-guidao', 'yunlan'),
  drafter('o-renshe-d', '公孙敏', '市人力资源社会保障局 劳动关系处', 'yl-renshe', 'yunlan'),
  signer('o-renshe-s', '束志和', '市人力资源社会保障局 分管负责人', 'yl-renshe', 'yunlan'),
  drafter('o-sifa-d', '樊兴平', '市司法局 公共法律服务处', 'yl-sifa', 'yunlan'),
]

/** A second 审核组长: appeals need one who had no hand in the sanction. */
export const moderators: readonly PersonSeed[] = [
  {
    key: 's-senior',
    displayName: '荀维',
    title: '审核组长',
    district: 'wangchuan',
    grants: [{ role: 'moderator', duty: 'senior' }],
  },
]

/** Everybody in the seed. */
export const people: readonly PersonSeed[] = [
  ...personas,
  ...residents,
  ...members,
  ...experts,
  ...officials,
  ...moderators,
]
