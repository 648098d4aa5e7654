/** On a Mac the command key does what elsewhere the control key does, and Alt is written ⌥. */
export const onMac = navigator.userAgent.includes('Mac');
