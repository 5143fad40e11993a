import { Component } from '@angular/core';

@Component({ selector: 'zit-offer-attachments', template: '' })
export class OfferAttachments {}
