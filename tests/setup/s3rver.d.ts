declare module 's3rver' {
  /** A server that speaks S3, for tests. */
  export default class S3rver {
    constructor(options: {
      port: number
      silent: boolean
      directory: string
      configureBuckets: Array<{ name: string; configs: string[] }>
    })
    run(): Promise<unknown>
    close(): Promise<void>
  }
}
