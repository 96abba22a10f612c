/** The name under which the comments of a closed account stay. Stored in place of the person's own. */
export const CLOSED_ACCOUNT_NAME = '已注销用户'
