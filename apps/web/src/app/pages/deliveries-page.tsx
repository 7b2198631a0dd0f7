export { DeliveryLog as DeliveriesPage } from '../../features/deliveries';
