/**
 * What is asked at a reseal where the ESP is known to be off. Source: Microsoft, “Pre-provision”, technician flow: the success
 * screen proves the enrollment, and not that apps and settings are there.
 */
export const appsQuestion = 'The ESP is off, so Reseal can come before the apps. Did you see that they are there?';
