package weservstatus.document;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.PostProcessor;

/** A picture of another host would tell that host who reads the page: it becomes a link to it. */
final class PicturesAsLinks implements PostProcessor {
    @Override
    public Node process(Node document) {
        document.accept(new Links());
        return document;
    }

    private static final class Links extends AbstractVisitor {
        @Override
        public void visit(Image image) {
            visitChildren(image);
            Link link = new Link(image.getDestination(), image.getTitle());
            while (image.getFirstChild() != null) {
                link.appendChild(image.getFirstChild());
            }
            image.insertAfter(link);
            image.unlink();
        }
    }
}
