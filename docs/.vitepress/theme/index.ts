import theme from 'vitepress/theme-without-fonts';
import './wenfeng.css';

export default theme;
