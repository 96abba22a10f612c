/** A file of the demo: a drawing that stands for a photograph, or a notice. */
export type FileSeed =
  | { drawing: DrawingName; name: string; alt: string }
  | { notice: { title: string; lines: readonly string[] }; name: string }

/** Files by the topic's key and that of the comment or the response, or the number of the note on a promise. */
export const FILES: Readonly<Record<string, readonly FileSeed[]>> = {
  'property-fee/c05': [
    { drawing: 'stairs', name: '楼道.jpg', alt: '楼梯间的台阶上积着灰，墙角有几只塑料袋' },
    { drawing: 'bins', name: '垃圾桶.jpg', alt: '单元门口三只垃圾桶都满了，桶外堆着袋子' },
  ],
  'pocket-park/c04r1': [
    { drawing: 'jujube', name: '老枣树.jpg', alt: '翻拍的老照片：院墙边的枣树，树下放着一条长凳' },
  ],
  'market/w01': [
    { drawing: 'puddle', name: '鱼摊前.jpg', alt: '鱼摊前的地面有一大片积水，旁边没有排水沟' },
  ],
  'market/w04': [{ drawing: 'stall', name: '豆腐摊.jpg', alt: '' }],
  'meals/note1': [
    { drawing: 'board', name: '公示栏.jpg', alt: '助餐点门口的公示栏，贴着本周食谱、价格表和二维码' },
  ],
  'pocket-park/r1': [
    {
      notice: {
        title: '口袋公园优化方案公示',
        lines: [
          '一、取消篮球场，改为乒乓球与儿童攀爬区。',
          '二、临近中学一侧增设隔声带，两棵老枣树原地保留。',
          '三、夜间 22:00 后关闭动力音响电源。',
          '四、主要园路平整无台阶，出入口净宽不小于 1.2 米。',
          '公示期 10 日。意见可在本议题下提出。',
        ],
      },
      name: '口袋公园优化方案公示.pdf',
    },
    { drawing: 'plan', name: '平面示意.png', alt: '方案平面示意：攀爬区在西，绿带在东，两棵枣树在中间' },
  ],
}

/** Drawings of 960 by 720, in few strokes. */
export const DRAWINGS = {
  stairs: `<rect width="960" height="720" fill="#b9b2a4"/><path d="M0 720V560h180V460h180V360h180V260h180V160h240v560z"
    fill="#8f897c"/><path d="M0 560h180V460h180V360h180V260h180V160h240" fill="none" stroke="#6b665c" stroke-width="10"/>
    <path d="M70 690q30-80 70-20 40-60 60 30z" fill="#e8e6df"/><path d="M250 640q30-70 70-10 30-50 50 20z" fill="#d9553f"/>`,
  bins: `<rect width="960" height="720" fill="#cfd4d2"/><rect y="560" width="960" height="160" fill="#9a9c98"/>
    <g fill="#3d6b56"><rect x="160" y="280" width="170" height="300" rx="14"/><rect x="390" y="280" width="170" height="300" rx="14"/>
    <rect x="620" y="280" width="170" height="300" rx="14"/></g><g fill="#ece9e2"><circle cx="240" cy="260" r="70"/>
    <circle cx="480" cy="250" r="80"/><circle cx="700" cy="260" r="72"/><circle cx="130" cy="610" r="60"/><circle cx="850" cy="620" r="66"/></g>`,
  jujube: `<rect width="960" height="720" fill="#d8c7a3"/><rect y="520" width="960" height="200" fill="#b79f74"/>
    <rect y="330" width="960" height="190" fill="#c7b28a"/><path d="M460 560q-10-160 20-260" stroke="#6b5233" stroke-width="34" fill="none"/>
    <g fill="#8b7a4c"><circle cx="400" cy="230" r="120"/><circle cx="540" cy="190" r="140"/><circle cx="620" cy="290" r="90"/></g>
    <path d="M560 600h240M590 600v60M770 600v60" stroke="#6b5233" stroke-width="18"/>`,
  puddle: `<rect width="960" height="720" fill="#a9a79f"/><path d="M0 240h960v60H0z" fill="#5f7f8c"/>
    <rect width="960" height="240" fill="#d5dde0"/><g fill="#7f98a5"><ellipse cx="200" cy="180" rx="110" ry="34"/>
    <ellipse cx="520" cy="170" rx="130" ry="36"/><ellipse cx="800" cy="185" rx="100" ry="30"/></g>
    <ellipse cx="470" cy="540" rx="360" ry="110" fill="#7d8e97"/><ellipse cx="520" cy="520" rx="180" ry="40" fill="#b6c5cb"/>`,
  stall: `<rect width="960" height="720" fill="#dcd3c2"/><path d="M90 220h780l-60-130H150z" fill="#b4452f"/>
    <rect x="120" y="400" width="720" height="210" fill="#8a6a45"/><g fill="#f6f2e8"><rect x="170" y="330" width="160" height="70"/>
    <rect x="360" y="330" width="160" height="70"/><rect x="550" y="330" width="160" height="70"/></g>`,
  board: `<rect width="960" height="720" fill="#d9d4c7"/><rect x="140" y="110" width="680" height="440" rx="10" fill="#6f8f86"/>
    <g fill="#fbf8f0"><rect x="180" y="150" width="190" height="360"/><rect x="400" y="150" width="190" height="360"/>
    <rect x="620" y="150" width="160" height="160"/></g><g fill="#b8b1a2"><path d="M200 190h150v12H200zM200 230h150v12H200zM200 270h150v12H200z
    M200 310h150v12H200zM420 190h150v12H420zM420 230h150v12H420zM420 270h150v12H420z"/></g><path d="M650 180h40v40h-40zm60 0h40v40h-40zm-60 60h40v40h-40z"
    fill="#222"/><path d="M250 550v110M710 550v110" stroke="#555" stroke-width="20"/>`,
  plan: `<rect width="960" height="720" fill="#f4f1ea"/><rect x="60" y="60" width="840" height="600" fill="none" stroke="#555" stroke-width="6"/>
    <rect x="90" y="90" width="330" height="540" fill="#e7c98f"/><rect x="680" y="90" width="190" height="540" fill="#9dbf92"/>
    <circle cx="550" cy="260" r="54" fill="#5e8a55"/><circle cx="550" cy="450" r="54" fill="#5e8a55"/>
    <path d="M450 90v540" stroke="#bbb" stroke-width="26"/>`,
} as const

export type DrawingName = keyof typeof DRAWINGS
