/** The reason of a job that nobody could use any more: the one that is no fault. */
export const TOO_LATE = 'came too late to be of use';
