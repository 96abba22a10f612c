/**
 * The version of the privacy page that consent is given to: the day on which its text last changed in
 * substance. Who consented to an earlier one is shown what changed and asked again.
 */
export const PRIVACY_VERSION = '2026-11-28'
