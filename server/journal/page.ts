/** Events read at once: enough to be fast, few enough to leave the event loop free. */
export const PAGE = 2000;
